/** Data files in which static site generators keep authors, by a short name. */
import { isObject } from '../../../lib/merge-json.ts';
import type { ImportedAuthor } from '../../model.ts';
import { readText, type SourceFile } from '../../source/source.ts';
import { Fields } from './fields.ts';
import { yaml } from './front-matter.ts';
import type { PlannedEntry } from './plan.ts';

/** By short name. Nothing but what is public is kept. */
export type Authors = ReadonlyMap<string, ImportedAuthor>;

/** @param file YAML or JSON: short names, each with fields, or a list with names */
export async function readAuthors(file: SourceFile | undefined): Promise<Authors> {
  if (file === undefined) return new Map();
  const parsed = yaml(await readText(file));
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return new Map();
  return new Map(
    Object.entries(parsed.value).flatMap(([key, value]) => {
      if (!isObject(value)) return [];
      const author = authorOf(key, new Fields(value));
      const short = Array.isArray(parsed.value)
        ? (new Fields(value).text('short_name', 'id', 'key') ?? author.name)
        : key;
      return [[short, author] as const];
    }),
  );
}

export function authorOf(key: string, fields: Fields): ImportedAuthor {
  const url = fields.text('url', 'website', 'web', 'site', 'home', 'homepage', 'uri', 'link');
  return {
    type: 'author',
    name: fields.text('name', 'display_name', 'full_name', 'title') ?? key,
    bio: fields.text('bio', 'about', 'description')?.replace(/\s+/g, ' '),
    url: url !== undefined && /^https?:\/\//.test(url) ? url : undefined,
    avatar: fields.text('avatar', 'picture', 'image', 'photo', 'profile_image'),
    legacyUrls: [],
  };
}

/** The authors that entries name, and the entries with full names. */
export function withAuthors(entry: PlannedEntry, authors: Authors): PlannedEntry {
  const names = entry.head.authors.map((name) => authors.get(name)?.name ?? name);
  return { ...entry, head: { ...entry.head, authors: names } };
}

export function* usedAuthors(
  entries: readonly PlannedEntry[],
  authors: Authors,
): Generator<ImportedAuthor> {
  const used = new Set(entries.flatMap(({ head }) => head.authors));
  for (const author of authors.values()) if (used.has(author.name)) yield author;
}
