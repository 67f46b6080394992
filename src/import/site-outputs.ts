/** Files of an import that are not about a single entry. */
import type { AddressPlan } from './plan-addresses.ts';
import type { BlogIndex } from './index-blog.ts';
import type { Blog, ImportedAuthor, ImportedEntry } from './model.ts';
import type { Pictures } from './pictures/pictures.ts';
import { sourceOf } from './convert-entry.ts';
import { authorText, redirectsText, tagsText } from './write/site-files.ts';
import type { Output } from './write/writer.ts';
import { portablePath } from '../lib/paths.ts';
import { uniqueSlugs } from '../lib/slug.ts';

/** `tags.yaml` and `redirects.yaml`, if there is anything to say in them. */
export function siteOutputs(index: Pick<BlogIndex, 'tags'>, addresses: AddressPlan): Output[] {
  const tags = new Map(
    [...index.tags].map(([name, { description }]) => [
      name,
      { description, legacyUrls: addresses.ofTag(name) },
    ]),
  );
  return [
    textOutput('tags.yaml', tagsText(tags)),
    textOutput('redirects.yaml', redirectsText(addresses.redirects)),
  ].filter(({ files }) => ![...files.values()].includes(''));
}

/** A file that is made of nothing but the export. */
export function textOutput(path: string, text: string): Output {
  return { id: path, source: sourceOf([text]), path, files: new Map([[path, text]]) };
}

/** The name `Unknown` means that a post has no byline. */
const ANONYMOUS = 'Unknown';

/** Authors of posts with the names of their files. */
export function namedAuthors(index: Pick<BlogIndex, 'authors'>): [ImportedAuthor, string][] {
  const authors = [...index.authors.values()].filter(({ name }) => name !== ANONYMOUS);
  const slugs = uniqueSlugs(authors.map(({ name }) => name).toSorted());
  return authors.map((author) => [
    author,
    portablePath(`authors/${slugs.get(author.name) ?? ''}.json`),
  ]);
}

/** @param file below the content folder */
export async function authorOutput(
  author: ImportedAuthor,
  file: string,
  legacyUrls: readonly string[],
  pictures: Pick<Pictures, 'obtain'>,
  blog: Blog,
): Promise<Output> {
  const { avatar } = author;
  const uses = avatar === undefined ? [] : [{ src: avatar, others: [], alt: author.name }];
  const found = await pictures.obtain(uses, pageOf(author), blog);
  const [picture] = found.values();
  const name =
    picture && `${file.slice('authors/'.length, -'.json'.length)}${endingOf(picture.name)}`;
  const text = authorText(author, name, legacyUrls);
  return {
    id: authorId(author),
    source: sourceOf({ author, legacyUrls }),
    path: file,
    files: new Map<string, string | Uint8Array>([
      ...(picture === undefined ? [] : [[`authors/${name}`, picture.bytes] as const]),
      [file, text],
    ]),
  };
}

/** Key of the ledger. */
export function authorId({ name }: Pick<ImportedAuthor, 'name'>): string {
  return `author ${name}`;
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}

/** The page about an author, for messages about the portrait. */
function pageOf({ name }: ImportedAuthor): ImportedEntry {
  return {
    type: 'page',
    id: `author ${name}`,
    place: { file: `the author ${name}` },
    status: 'public',
    title: name,
    authors: [],
    tags: [],
    legacyUrls: [],
    body: { format: 'html', text: '' },
  };
}
