/** The script of the copy buttons. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function CopyScript({ site: { facts } }: { site: Site }): VNode {
  return <script type="module" src={fileUrl(facts, '/js/copy.js')} />;
}
