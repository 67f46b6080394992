/** Looks for the files of each `srcset`, which is not published: Perennial makes smaller versions itself. */
import { elementsOf } from '../lib/html.ts';
import { isRelative, resolveAttachment } from '../lib/paths.ts';
import type { BodyTree } from './body.ts';
import { urlsOf } from '../lib/srcset.ts';
import { ownUrl } from './urls.ts';

/** Has every version on this site checked, once every address of the site is known. */
export function checkVersions(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    const { srcset } = element.attribs;
    if (srcset === undefined || !/^(?:img|source)$/.test(element.name)) continue;
    for (const address of urlsOf(srcset)) {
      const url = isRelative(address) ? missingBeside(address, body) : ownUrl(address, body);
      if (url !== undefined)
        body.links.push({ ...body.uses.of(element, address), url, kind: 'version' });
    }
  }
}

function missingBeside(address: string, { source }: BodyTree): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  return resolveAttachment(path, source.files).file === undefined ? address : undefined;
}
