/** Addresses of the files of the design: those that never change, where there are such. */
import type { SiteFacts } from '../../src/site/model.ts';

/** @param path below the site's root: `/css/site.css` */
export function fileUrl({ basePath, hashed }: SiteFacts, path: string): string {
  return basePath + (hashed[path] ?? path);
}
