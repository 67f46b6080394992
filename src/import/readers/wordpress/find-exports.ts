/** Finds the files of WordPress exports in a source, and which of them belong to the same blog. */
import type { Source, SourceFile } from '../../source/source.ts';
import { plainText } from '../plain-text.ts';
import { prefixesIn, type Prefixes } from './wxr-items.ts';

export interface WxrFile {
  readonly file: SourceFile;
  readonly prefixes: Prefixes;
}

export interface Export {
  readonly title: string;
  /** Of the first file; may be empty. */
  readonly url: string;
  readonly files: readonly WxrFile[];
}

/** Large exports come as several files. */
export async function findExports(source: Source): Promise<Export[]> {
  const blogs = new Map<string, { title: string; url: string; files: WxrFile[] }>();
  const isAlone = source.files.length === 1;
  for (const file of source.files) {
    if (!isAlone && !/\.(?:xml|wxr|rss|txt)$/i.test(file.path)) continue;
    const start = await startOf(file);
    if (!isWxr(start)) continue;
    const url =
      valueIn(start, `${prefixesIn(start).get('wp') ?? 'wp'}:base_blog_url`) ||
      valueIn(start, 'link');
    const key = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
    const part = { file, prefixes: prefixesIn(start) };
    const blog = blogs.get(key);
    if (blog === undefined) blogs.set(key, { title: valueIn(start, 'title'), url, files: [part] });
    else blog.files.push(part);
  }
  return [...blogs.values()];
}

/** The header has a line for each author and category before the first item, but begins with the blog. */
const START = 64 * 1024;

async function startOf(file: SourceFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.stream()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= START) break;
  }
  const bytes = Buffer.concat(pieces).subarray(0, START);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return bytes.toString('utf8');
}

function isWxr(start: string): boolean {
  if (!/<rss[\s>]/.test(start)) return false;
  return (
    /\sxmlns:[\w.-]{1,50}\s*=\s*["']https?:\/\/wordpress\.org\/export\//.test(start) ||
    /<wp:(?:wxr_version|base_site_url|base_blog_url|author|category|tag|term|post_id)>/.test(start)
  );
}

/** Text of the first element of this name. */
function valueIn(start: string, name: string): string {
  const at = start.indexOf(`<${name}>`);
  const end = start.indexOf(`</${name}>`, at);
  if (at === -1 || end === -1) return '';
  const text = start.slice(at + name.length + 2, end);
  return plainText(text.replaceAll('<![CDATA[', '').replaceAll(']]>', ''));
}
