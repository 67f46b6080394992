/** The script that loads analytics of another site; renders nothing without the setting. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function Analytics({ site: { facts } }: { site: Site }): VNode | null {
  if (facts.analytics === undefined) return null;
  return (
    <script
      type="module"
      src={fileUrl(facts, '/js/analytics.js')}
      data-analytics={JSON.stringify(facts.analytics)}
    />
  );
}
