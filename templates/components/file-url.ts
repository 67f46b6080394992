/** URL of a theme file, under its hashed name if it has one. */
import type { SiteFacts } from '../../src/site/model.ts';

/** @param path below the site's root: `/css/site.css` */
export function fileUrl({ basePath, hashed }: SiteFacts, path: string): string {
  return basePath + (hashed[path] ?? path);
}
