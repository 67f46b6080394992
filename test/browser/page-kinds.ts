/** Finds one page of each kind in a built site. */
import { fileOf, type OutputFolder } from '../support/build-site.ts';

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
  ['series-index', /^series\/index\.html$/],
  ['series', /^series\/[^/]+\/index\.html$/],
  ['search', /^search\/index\.html$/],
  ['subscribe', /^subscribe\/index\.html$/],
  ['other-home', /^[a-z]{2}\/index\.html$/],
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
  if (newest !== undefined) kinds.set('post', newest);
  const heaviest = heaviestPost(output);
  return heaviest === undefined ? kinds : kinds.set('pictures', heaviest);
}

/** The post whose images, as their writers saved them, are the largest together. */
function heaviestPost(output: OutputFolder): string | undefined {
  const weights = postAddresses(output).map((address) => {
    const images = output
      .read(fileOf(decodeURI(address)))
      .matchAll(/<img [^>]*?\bsrc="(\/(?!\/)[^"]+)"/g);
    const files = [...images].map(([, source = '']) => decodeURI(source).slice(1));
    const sizes = files.filter((file) => output.has(file)).map((file) => output.bytes(file).length);
    return { address, weight: sizes.reduce((sum, size) => sum + size, 0) };
  });
  return weights.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
    ?.address;
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
