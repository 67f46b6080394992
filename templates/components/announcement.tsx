/** News of the owner above every page. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { SlotText } from './slot-text.tsx';

export function Announcement({ site }: { site: Site }): VNode | null {
  const { announcement } = site.slots;
  if (announcement === undefined) return null;
  return (
    <aside class="announcement" aria-label={site.words.announcement}>
      <SlotText site={site} slot={announcement} />
    </aside>
  );
}
