/** The script that replaces a placeholder with its frame. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function EmbedScript({ site: { facts } }: { site: Site }): VNode {
  return <script type="module" src={fileUrl(facts, '/js/embed.js')} />;
}
