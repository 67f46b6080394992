/** Reads `tags.yaml` and `series.yaml` and checks them against the posts. */
import { join } from 'node:path';
import { Problems } from '../lib/problem.ts';
import type { PostEntry, TermEntry } from './entries.ts';
import { lookUp } from './files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { readYaml, SETTINGS_LIMIT } from './read-settings.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { termSchema } from './term-schema.ts';
import { reportNoMap, validate } from './validate.ts';
import { isMap } from './values.ts';

/** A kind of terms that a file describes. */
interface TermFile {
  readonly name: string;
  /** Prefix of problem codes for the file. */
  readonly concept: string;
  /** One term, in messages and codes. */
  readonly what: 'tag' | 'series';
  /** Front matter field that names the terms of a post. */
  readonly field: 'tags' | 'series';
  /** How a post has a term, before the name: `No post has the tag "Herbs"`. */
  readonly no: string;
  readonly namesIn: (post: PostEntry) => readonly string[];
}

export const TAGS: TermFile = {
  name: 'tags.yaml',
  concept: 'tags',
  what: 'tag',
  field: 'tags',
  no: 'No post has the tag',
  namesIn: ({ fields }) => fields.tags,
};

export const SERIES: TermFile = {
  name: 'series.yaml',
  concept: 'series',
  what: 'series',
  field: 'series',
  no: 'No post is part of the series',
  namesIn: ({ fields: { series } }) => (series === undefined ? [] : [series.name]),
};

/** Terms of the file; none if it does not exist. */
export function readTerms(
  { name: fileName, concept, what }: TermFile,
  contentDir: string,
  problems: Problems,
): TermEntry[] {
  const path = join(contentDir, fileName);
  if (lookUp(path) === undefined) return [];
  const file = displayPath(path);
  const value = readYaml(path, concept, SETTINGS_LIMIT, problems);
  if (value === undefined) return [];
  if (!isMap(value)) {
    reportNoMap(value, { file, concept }, problems);
    return [];
  }
  return Object.entries(value).flatMap(([key, written]) => {
    const found = new Problems();
    const checked = validate(termSchema, written, { file, concept: what }, found);
    const fieldOf = (field?: string): string => (field === undefined ? key : `${key}.${field}`);
    problems.add(found.all.map((problem) => ({ ...problem, field: fieldOf(problem.field) })));
    if (checked === undefined) return [];
    return [{ file, path: key, name: key.normalize('NFC').trim(), fields: checked.fields }];
  });
}

/** Warns about terms that no post has, and names of other terms that they may be meant for. */
export function checkTerms(
  { what, field, no, namesIn }: TermFile,
  terms: readonly TermEntry[],
  posts: readonly PostEntry[],
  problems: Problems,
): void {
  if (terms.length === 0) return;
  if (posts.some(({ invalidFields }) => invalidFields?.includes(field))) return;
  const known = new Set(posts.flatMap(namesIn));
  const isTag = what === 'tag';
  for (const { file, path, name } of terms) {
    if (known.has(name)) continue;
    const meant = suggestName(name, known);
    problems.warn({
      file,
      field: path,
      code: isTag ? 'tag-unknown' : 'series-unknown',
      message: `${no} "${name}", so its lines have no effect.`,
      hint:
        meant === undefined
          ? `Write the ${what} as the posts do, with the same capital letters, or remove it here.`
          : `Write "${meant}", as the posts do, or remove it here.`,
    });
  }
}
