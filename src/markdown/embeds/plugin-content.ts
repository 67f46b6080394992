/** Tells what an `object` or `embed` shows, from its addresses and parameters. */
import { elementsOf, type Element } from '../../lib/html.ts';
import { frameAddress, pageAddress, webUrl } from './player-addresses.ts';
import { schemeOf } from '../urls.ts';

export interface PluginContent {
  /**
   * The element that shows it now, `link` for a page with the same content, or
   * `file` for one that only the plug-in could show.
   */
  readonly kind: 'iframe' | 'audio' | 'video' | 'img' | 'link' | 'file';
  readonly address: string;
}

/** The first address that shows something, else the first one; `undefined` if there is none. */
export function contentOf(plugin: Element): PluginContent | undefined {
  const contents: PluginContent[] = [];
  const fromVariables: PluginContent[] = [];
  const addVariables = (variables: string): void => {
    // They also name preview images and other files of the player.
    const found = urlsIn(variables).map((url) => read(url, ''));
    fromVariables.push(...found.filter(({ kind }) => /^(?:audio|video|iframe)$/.test(kind)));
  };
  const addAddress = (written = '', type = ''): void => {
    const address = written.trim();
    if (address === '' || !/^https?$/.test(schemeOf(address) ?? 'https')) return;
    contents.push(read(address, type));
    addVariables(/\?(.*)/s.exec(address)?.[1] ?? '');
  };
  for (const { name, attribs } of [plugin, ...elementsOf(plugin)]) {
    const { data, src, type, value, flashvars = '' } = attribs;
    const parameter = name === 'param' ? attribs['name']?.toLowerCase() : undefined;
    if (name === 'object') addAddress(data, type);
    else if (name === 'embed') addAddress(src, type);
    else if (parameter === 'flashvars') addVariables(value ?? '');
    else if (ADDRESS_PARAMETERS.has(parameter)) addAddress(value);
    addVariables(flashvars);
  }
  return [...contents, ...fromVariables].find(({ kind }) => kind !== 'file') ?? contents[0];
}

const ADDRESS_PARAMETERS: ReadonlySet<string | undefined> = new Set([
  ...['movie', 'src', 'url', 'filename'],
]);

/** From variables of Flash: `file=talk.mp3&image=talk.jpg`, or an object as a value. */
function urlsIn(variables: string): string[] {
  const values = [...new URLSearchParams(variables).values()];
  return values.flatMap((value) => value.match(/https?:\/\/[^\s"'<>]+/g) ?? value.trim());
}

/** Files by kind of player; browsers play them, on one system or another. */
const KINDS = [
  [
    'audio',
    /^(?:mp3|m4a|aac|oga|ogg|opus|wav|flac|weba)$/,
    /^audio\/(?:mpeg|mp3|mp4|ogg|webm|aac|flac|(?:x-)?wav)$/,
  ],
  ['video', /^(?:mp4|m4v|ogv|webm|mov)$/, /^video\/(?:mp4|ogg|webm|quicktime)$/],
  ['img', /^(?:png|jpe?g|gif|svg|webp|avif)$/, /^image\//],
] as const;

/** @param type media type; empty if unknown */
function read(address: string, type: string): PluginContent {
  const extension = /^[^?#]*\.(\w+)(?:[?#]|$)/.exec(address)?.[1]?.toLowerCase() ?? '';
  const byExtension = KINDS.find(([, extensions]) => extensions.test(extension));
  if (byExtension !== undefined) return { kind: byExtension[0], address };
  if (extension === 'pdf') return { kind: 'link', address };
  const url = webUrl(address);
  const frame = url && frameAddress(url);
  if (frame !== undefined) return { kind: 'iframe', address: frame.href };
  const page = url && pageAddress(url);
  if (page !== undefined) return { kind: 'link', address: page };
  const byType = KINDS.find(([, , types]) => types.test(type.trim().toLowerCase()));
  return { kind: byType?.[0] ?? 'file', address };
}
