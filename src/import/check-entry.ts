/** Compares what an entry says in the export with what its page will say. */
import { NO_ACCOUNT, accountFor, type AccountKind, type TextAccount } from './account/account.ts';
import { factsOf, type Facts } from './account/facts.ts';
import { plainAddress } from './account/plain.ts';
import { renderCommentText, renderMarkdown } from './account/render.ts';
import type { Change, ConvertedBody, ConvertOptions } from './body/body.ts';
import { parseShallow } from './body/depth.ts';
import { normalizeWordLists } from './body/word-lists.ts';
import { encodePath } from '../lib/paths.ts';
import type { ConvertContext } from './convert-entry.ts';
import { folderOf } from './write/names.ts';
import type { ImportedComment, ImportedEntry } from './model.ts';

/** What was written, and what it was made of. */
export interface WrittenText {
  /** Of the body in the export, beside these files; absent if nothing has looked into it. */
  readonly source: ((files: readonly string[]) => Promise<Facts>) | undefined;
  readonly markdown: string;
  /** Paths of its files below the content folder. */
  readonly files: readonly string[];
  readonly changes: readonly Change[];
  /** What was written instead of an address. */
  readonly link: ConvertOptions['link'];
  /** Addresses that links around pictures led to, and that the pictures have replaced. */
  readonly replaced: ReadonlySet<string>;
  /** Below the content folder. */
  readonly path: string;
}

export async function checkEntry(
  entry: ImportedEntry,
  { source, markdown, files, changes, link, replaced, path }: WrittenText,
  { embedAddresses, frontMatter: { language } }: ConvertContext,
): Promise<TextAccount> {
  if (source === undefined) return NO_ACCOUNT;
  const { folder } = folderOf(path, entry.type);
  const beside = files.map((file) => file.slice(folder.length));
  const options = { language, files: beside, embedAddresses };
  const { root, errors } = await renderMarkdown(markdown, options);
  const problems = errors.map((reason) => ({ text: '', reason }));
  return accountFor(
    withoutLinks(await source(beside), replaced),
    withoutLinks(factsOf(root), new Set(beside.map((name) => encodePath(`/${name}`)))),
    [...changes, ...problems],
    {
      sourceTarget: (href) => {
        const written = fileAt(href) ?? href;
        return plainAddress(link(written) ?? written);
      },
      renderedTarget: (href) => plainAddress(fileAt(href) ?? href),
    },
  );

  /** Rendering puts files beside the text below the root. */
  function fileAt(href: string): string | undefined {
    return beside.find((name) => href === `/${encodePath(name)}`);
  }
}

/** Without links around pictures to larger ones. */
function withoutLinks({ links, ...facts }: Facts, enlargements: ReadonlySet<string>): Facts {
  return {
    ...facts,
    links: links.filter(({ text, href }) => text !== '' || !enlargements.has(href)),
  };
}

export function checkComment(
  { html }: ImportedComment,
  { markdown, changes }: ConvertedBody,
  entry: ImportedEntry,
  path: string,
  { links, frontMatter: { language } }: ConvertContext,
): TextAccount {
  const source = parseShallow(html).root;
  normalizeWordLists(source);
  const { totals, differences } = accountFor(
    factsOf(source),
    factsOf(renderCommentText(markdown, language)),
    changes,
    { sourceTarget: (href) => plainAddress(links.link(href, entry, path) ?? href) },
  );
  return {
    totals: new Map([...totals, ['comment', 1]]),
    differences: differences.map((one) => ({
      ...one,
      reason: one.reason ?? SIMPLER.get(one.kind),
    })),
  };
}

/** Why comments of the new site do not have something. */
const SIMPLER: ReadonlyMap<AccountKind, string> = new Map([
  ['picture', 'comments show pictures as links'],
  ['frame', 'comments have no frames'],
  ['heading', 'comments have no headings'],
  ['link', 'comments link to addresses of the web and of e-mail only'],
]);
