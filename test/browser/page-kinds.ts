/** One page of each kind of a built site. */
import type { OutputFolder } from '../support/build-site.ts';

/** Where the files of each kind are; a file is of the first kind that fits. */
const KINDS: readonly (readonly [kind: string, file: RegExp])[] = [
  ['home', /^index\.html$/],
  ['older-posts', /^page\/2\/index\.html$/],
  ['archive', /^archive\/index\.html$/],
  ['year', /^\d{4}\/index\.html$/],
  ['month', /^\d{4}\/\d{2}\/index\.html$/],
  ['tags', /^tags\/index\.html$/],
  ['tag', /^tags\/[^/]+\/index\.html$/],
  ['authors', /^authors\/index\.html$/],
  ['author', /^authors\/[^/]+\/index\.html$/],
  ['search', /^search\/index\.html$/],
  ['subscribe', /^subscribe\/index\.html$/],
  ['404', /^404\.html$/],
];

/** Names of kinds, and the address of the page that shows each: the largest. */
export function pageKinds(output: OutputFolder): Map<string, string> {
  const sizes = new Map<string, { file: string; size: number }>();
  for (const file of output.files().filter((name) => name.endsWith('.html'))) {
    const kind = KINDS.find(([, shape]) => shape.test(file))?.[0] ?? kindByContent(output, file);
    const size = output.bytes(file).length;
    if (kind !== undefined && size > (sizes.get(kind)?.size ?? 0)) sizes.set(kind, { file, size });
  }
  const kinds = new Map([...sizes].map(([kind, { file }]) => [kind, addressOf(file)]));
  const newest = newestPost(output);
  return newest === undefined ? kinds : kinds.set('post', newest);
}

/** Posts may be anywhere. */
export function postAddresses(output: OutputFolder): string[] {
  return output
    .files()
    .filter((file) => file.endsWith('.html') && kindByContent(output, file) === 'long-post')
    .map(addressOf);
}

function kindByContent(output: OutputFolder, file: string): string | undefined {
  const html = output.read(file);
  if (/class="[^"]*\be-content\b/.test(html)) return 'long-post';
  return /class="[^"]*\bprose\b/.test(html) ? 'page' : undefined;
}

/** The first one to which the home page leads. */
function newestPost(output: OutputFolder): string | undefined {
  const posts = new Set(postAddresses(output));
  return [...output.read('index.html').matchAll(/ href="([^"]+)"/g)]
    .map(([, address = '']) => address)
    .find((address) => posts.has(address));
}

/** The address that leads to a file. */
function addressOf(file: string): string {
  return `/${encodeURI(file)}`.replace(/\/index\.html$/, '/');
}
