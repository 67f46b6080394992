/** HTML or Markdown of the owner. */
import type { VNode } from 'preact';
import type { Site, Slot } from '../../src/site/model.ts';
import { BodyParts, Prose } from './prose.tsx';

export function SlotText({ site, slot }: { site: Site; slot: Slot }): VNode {
  return slot.isProse ? (
    <Prose site={site} body={slot.body} lang={site.facts.slotLang} />
  ) : (
    <BodyParts body={slot.body} />
  );
}
