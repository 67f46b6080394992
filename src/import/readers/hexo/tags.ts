/** The tags that Hexo and its common themes have. https://hexo.io/docs/tag-plugins */
import type { TagRenderer, TagUse } from '../liquid/render.ts';
import { SHARED_TAGS } from '../liquid/tags.ts';
import { readArguments } from '../text-site/arguments.ts';
import { boxOf } from '../text-site/notes.ts';
import { codeBlock, linkTo, pictureOf, quotation } from '../text-site/output.ts';

export interface HexoSite {
  readonly slugs: ReadonlyMap<string, { readonly address: string; readonly title: string }>;
  /** Texts of `downloads/code`, by path. */
  readonly codes: ReadonlyMap<string, string>;
}

/** @param folder address of the folder with the assets of the post */
export function tagsFor(
  { slugs, codes }: HexoSite,
  folder: string,
): ReadonlyMap<string, TagRenderer> {
  const post = (args: string) => {
    const { words } = readArguments(args);
    const found = slugs.get((words[0] ?? '').replace(/\.md$/, ''));
    const title = words
      .slice(1)
      .filter((word) => word !== 'true' && word !== 'false')
      .join(' ');
    return found && { address: found.address, title: title || found.title };
  };
  return new Map<string, TagRenderer>([
    ...SHARED_TAGS,
    [
      'post_link',
      ({ args, liquid }) => {
        const found = post(args);
        return found && linkTo(found.address, found.title, liquid.format);
      },
    ],
    ['post_path', ({ args }) => post(args)?.address],
    ['asset_path', ({ args }) => encodeURI(folder + args.trim())],
    ['asset_img', (use) => assetImage(use, folder)],
    [
      'asset_link',
      ({ args, liquid }) => {
        const [name = '', ...title] = readArguments(args).words;
        return linkTo(encodeURI(folder + name), title.join(' ') || name, liquid.format);
      },
    ],
    ['link', link],
    ['include_code', (use) => includedCode(use, codes)],
    ['centerquote', center],
    ['cq', center],
    ['note', box],
    ['alert', box],
    [
      'mermaid',
      ({ source, hasEnd, liquid }) =>
        hasEnd ? codeBlock(source, 'mermaid', liquid.format) : undefined,
    ],
    ['button', button],
    ['btn', button],
    [
      'label',
      ({ args }) => (args.includes('@') ? args.slice(args.indexOf('@') + 1).trim() : undefined),
    ],
    ['image', commaImage],
    ['fullimage', commaImage],
    ['pdf', ({ args, liquid }) => linkTo(args.trim(), args.trim(), liquid.format)],
  ]);
}

function assetImage(use: TagUse, folder: string): string | undefined {
  const render = SHARED_TAGS.get('img');
  const { words } = readArguments(use.args);
  const name = words.find((word) => /\.\w{2,5}$/.test(word));
  if (name === undefined || render === undefined) return undefined;
  const address = name.startsWith('/') || /^https?:/.test(name) ? name : encodeURI(folder + name);
  return render({ ...use, args: use.args.replace(name, address) });
}

/** `{% link text address [external] [title] %}` */
function link({ args, liquid }: TagUse): string | undefined {
  const { words } = readArguments(args);
  const at = words.findIndex((word) => /^(?:https?:\/\/|\/)/.test(word));
  const url = words[at];
  if (url === undefined) return undefined;
  return linkTo(url, words.slice(0, at).join(' ') || url, liquid.format);
}

function includedCode(
  { args, liquid }: TagUse,
  codes: ReadonlyMap<string, string>,
): string | undefined {
  const name = args.split(/\s+/).find((word) => /\.\w+$/.test(word) && !word.includes(':'));
  const code = name === undefined ? undefined : codes.get(name);
  const language = /\blang:(\S+)/.exec(args)?.[1] ?? /\.(\w+)$/.exec(name ?? '')?.[1];
  return code === undefined ? undefined : codeBlock(code, language, liquid.format);
}

function center({ inner, hasEnd, liquid }: TagUse): string | undefined {
  return hasEnd ? quotation(inner(), undefined, liquid.format) : undefined;
}

function box({ args, inner, hasEnd, liquid }: TagUse): string | undefined {
  return hasEnd ? boxOf('note', readArguments(args), inner(), liquid.format) : undefined;
}

/** `{% btn address, text, icon %}` */
function button({ args, liquid }: TagUse): string | undefined {
  const [url = '', text = ''] = args.split(',').map((part) => part.trim());
  return /^(?:https?:\/\/|\/|#)/.test(url) ? linkTo(url, text || url, liquid.format) : undefined;
}

/** `{% image address, alt=What it shows %}` */
function commaImage({ args, liquid }: TagUse): string | undefined {
  const [src = '', ...rest] = args.split(',').map((part) => part.trim());
  const [alt] = rest.map((part) => /^(?:alt=)?([^=]+)$/.exec(part)?.[1]).filter(Boolean);
  return /\.\w{2,5}(?:[?#]|$)/.test(src) ? pictureOf({ src, alt }, liquid.format) : undefined;
}
