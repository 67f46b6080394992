/** Reads `tags.yaml` and checks it against the posts. */
import { join } from 'node:path';
import { Problems } from '../lib/problem.ts';
import type { PostEntry, TagEntry } from './entries.ts';
import { lookUp } from './files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { readYaml, SETTINGS_LIMIT } from './read-settings.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { tagSchema } from './tags-schema.ts';
import { reportNoMap, validate } from './validate.ts';
import { isMap } from './values.ts';

export const TAGS = 'tags.yaml';

/** Tags of the file; none if it does not exist. */
export function readTags(contentDir: string, problems: Problems): TagEntry[] {
  const path = join(contentDir, TAGS);
  if (lookUp(path) === undefined) return [];
  const file = displayPath(path);
  const value = readYaml(path, 'tags', SETTINGS_LIMIT, problems);
  if (value === undefined) return [];
  if (!isMap(value)) {
    reportNoMap(value, { file, concept: 'tags' }, problems);
    return [];
  }
  return Object.entries(value).flatMap(([key, written]) => {
    const found = new Problems();
    const checked = validate(tagSchema, written, { file, concept: 'tag' }, found);
    const fieldOf = (field?: string): string => (field === undefined ? key : `${key}.${field}`);
    problems.add(found.all.map((problem) => ({ ...problem, field: fieldOf(problem.field) })));
    if (checked === undefined) return [];
    return [{ file, path: key, name: key.normalize('NFC').trim(), fields: checked.fields }];
  });
}

/** Warns about tags that no post has, and names of other tags that they may be meant for. */
export function checkTags(
  tags: readonly TagEntry[],
  posts: readonly PostEntry[],
  problems: Problems,
): void {
  if (posts.some(({ invalidFields }) => invalidFields?.includes('tags'))) return;
  const known = new Set(posts.flatMap(({ fields }) => fields.tags));
  for (const { file, path, name } of tags) {
    if (known.has(name)) continue;
    const meant = suggestName(name, known);
    problems.warn({
      file,
      field: path,
      code: 'tag-unknown',
      message: `No post has the tag "${name}", so its lines have no effect.`,
      hint:
        meant === undefined
          ? 'Write the tag as the posts do, with the same capital letters, or remove it here.'
          : `Write "${meant}", as the posts do, or remove it here.`,
    });
  }
}
