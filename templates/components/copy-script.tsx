/** The script behind the buttons that copy. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';

export function CopyScript({ site: { facts } }: { site: Site }): VNode {
  return <script type="module" src={`${facts.basePath}/js/copy.js`} />;
}
