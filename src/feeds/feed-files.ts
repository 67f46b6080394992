/** The feeds of a site, ready to write. */
import type { OutputFile, Site } from '../site/model.ts';
import { rss } from './rss.ts';

export function feedFiles(site: Site): OutputFile[] {
  return [{ path: site.fixed.rss.path, content: rss(site) }];
}
