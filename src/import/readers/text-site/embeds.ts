/** Tags and shortcodes for things of other sites, which have the same names in most programs. */
import { frame, linkTo, type Format } from './output.ts';

export interface EmbedArguments {
  /** By position. */
  readonly words: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

type Embed = (id: string, args: EmbedArguments, format: Format) => string | undefined;

const EMBEDS: ReadonlyMap<string, Embed> = new Map<string, Embed>([
  ['youtube', youtube],
  ['youtubeplayer', youtube],
  ['vimeo', vimeo],
  ['gist', gist],
  ['tweet', tweet],
  ['twitter', tweet],
  ['twitter_simple', tweet],
  ['x', tweet],
  ['x_simple', tweet],
  ['instagram', instagram],
  ['instagram_simple', instagram],
  ['asciinema', (id, _args, format) => page(`https://asciinema.org/a/${id}`, format)],
  ['soundcloud', soundcloud],
  [
    'spotify',
    (id) => (id.startsWith('https:') ? frame(id.replace('.com/', '.com/embed/')) : undefined),
  ],
  ['dailymotion', (id) => frame(`https://www.dailymotion.com/embed/video/${segment(id)}`)],
  ['bilibili', (id) => frame(`https://player.bilibili.com/player.html?bvid=${segment(id)}`)],
  ['codepen', codepen],
  [
    'jsfiddle',
    (id, _args, format) => page(`https://jsfiddle.net/${id.split('/')[0] ?? ''}/`, format),
  ],
  ['speakerdeck', (id) => frame(`https://speakerdeck.com/player/${segment(id)}`)],
]);

/** Names of parameters that hold the id or address. */
const ID = ['id', 'url', 'src', 'video', 'video_id', 'youtube_id', 'youtubeid', 'code', 'key'];

/**
 * @param name in lower case, without prefix or `.html`
 * @returns `undefined` for a name without a known meaning, or without an id
 */
export function embedOf(name: string, args: EmbedArguments, format: Format): string | undefined {
  const embed = EMBEDS.get(name);
  const named = ID.map((key) => args.named.get(key)).find((value) => value !== undefined);
  const id = named ?? args.words[0];
  if (embed === undefined || id === undefined || id.trim() === '') return undefined;
  return embed(id.trim(), args, format);
}

function segment(id: string): string {
  return encodeURIComponent(id);
}

function page(url: string, format: Format): string {
  return linkTo(url, url, format);
}

function youtube(id: string, { named }: EmbedArguments): string {
  const found = /(?:youtu\.be\/|[?&]v=|\/(?:embed|shorts|live|v)\/)([\w-]+)/.exec(id)?.[1] ?? id;
  const start = /^\d+$/.exec(named.get('start') ?? '')?.[0];
  const query = start === undefined ? '' : `?start=${start}`;
  return frame(`https://www.youtube.com/embed/${segment(found)}${query}`, named.get('title'));
}

function vimeo(id: string, { named }: EmbedArguments): string {
  const found = /vimeo\.com\/(?:video\/)?(\d+)/.exec(id)?.[1] ?? id;
  return frame(`https://player.vimeo.com/video/${segment(found)}`, named.get('title'));
}

/** `user id file`, `id file` or `user/id file`. */
function gist(first: string, { words }: EmbedArguments, format: Format): string {
  const hasUser = words.length > 1 && /^[0-9a-f]{5,}$/.test(words[1] ?? '');
  const [id, file] = hasUser ? [`${first}/${words[1]}`, words[2]] : [first, words[1]];
  const anchor = file === undefined ? '' : `#file-${file.toLowerCase().replace(/[^\w]+/g, '-')}`;
  const url = /^https?:/.test(id) ? id.replace(/\.js$/, '') : `https://gist.github.com/${id}`;
  return page(url + anchor, format);
}

function tweet(first: string, { named, words }: EmbedArguments, format: Format): string {
  if (/^https?:/.test(first)) return page(first, format);
  const user = named.get('user') ?? (words.length > 1 ? first : 'i');
  const id = named.get('id') ?? words.at(-1) ?? first;
  return page(`https://twitter.com/${segment(user)}/status/${segment(id)}`, format);
}

function instagram(id: string, _args: EmbedArguments, format: Format): string {
  return page(/^https?:/.test(id) ? id : `https://www.instagram.com/p/${segment(id)}/`, format);
}

function soundcloud(id: string): string {
  const url = /^\d+$/.test(id) ? `https://api.soundcloud.com/tracks/${id}` : id;
  return frame(`https://w.soundcloud.com/player/?url=${encodeURIComponent(url)}`);
}

function codepen(id: string, { named, words }: EmbedArguments): string | undefined {
  const user = named.get('user') ?? words[1];
  if (/^https?:/.test(id)) return frame(id.replace('/pen/', '/embed/'));
  return user === undefined ? undefined : frame(`https://codepen.io/${user}/embed/${segment(id)}`);
}
