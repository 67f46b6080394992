/** Stylesheet of comments and newsletter, which only their pages load. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function ServicesStyle({ site: { facts } }: { site: Site }): VNode {
  return <link rel="stylesheet" href={fileUrl(facts, '/css/services.css')} />;
}
