/** Reads the files that describe a site rather than a post: settings, authors, redirects. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problems } from '../problem.ts';
import { authorSchema } from './author-schema.ts';
import type { AuthorEntry, RedirectEntry } from './entries.ts';
import { displayPath, readText } from './files.ts';
import { redirectsSchema } from './redirects-schema.ts';
import { siteSchema, type SiteSettings } from './site-schema.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';

/** `site.yaml`, or the defaults when there is none, which is said. */
export function readSettings(contentDir: string, problems: Problems): SiteSettings | undefined {
  const path = join(contentDir, 'site.yaml');
  if (!existsSync(path)) {
    problems.warn({
      code: 'site-missing',
      file: displayPath(path),
      message: 'There is no `site.yaml`; the site is built with default settings.',
      hint: 'Create it with at least `title: ...` and `url: ...`.',
    });
    return siteSchema.parse({});
  }
  const value = readYaml(path, 'site', problems);
  return value === undefined
    ? undefined
    : validate(siteSchema, value, { file: displayPath(path), concept: 'site' }, problems);
}

/** One author of `authors/*.json`. */
export function readAuthor(path: string, problems: Problems): AuthorEntry | undefined {
  const value = readJson(path, problems);
  if (value === undefined) return undefined;
  const file = displayPath(path);
  const fields = validate(authorSchema, value, { file, concept: 'author' }, problems);
  return fields && { fields, file, folder: dirname(path) };
}

/** The rules of `redirects.yaml`; none when there is no such file. */
export function readRedirects(contentDir: string, problems: Problems): RedirectEntry[] {
  const path = join(contentDir, 'redirects.yaml');
  if (!existsSync(path)) return [];
  const value = readYaml(path, 'redirects', problems);
  if (value === undefined) return [];
  const file = displayPath(path);
  const rules = validate(redirectsSchema, value, { file, concept: 'redirects' }, problems);
  return (rules?.redirects ?? []).map((fields, index) => ({
    fields,
    file,
    path: `redirects[${index}]`,
  }));
}

/** The value, an empty file being an empty one, or `undefined` with the problems added. */
function readYaml(path: string, concept: string, problems: Problems): unknown {
  const text = readText(path, problems);
  if (text === undefined) return undefined;
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed.value ?? {};
  const { message, at } = parsed.error;
  problems.error({
    code: `${concept}-yaml`,
    file: displayPath(path),
    ...at,
    message: `The file is not valid YAML: ${message}.`,
    hint: 'Write one `name: value` a line and indent with spaces.',
  });
  return undefined;
}

function readJson(path: string, problems: Problems): unknown {
  const text = readText(path, problems)?.replace(/^\uFEFF/, '');
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n');
    problems.error({
      code: 'author-json',
      file: displayPath(path),
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      // Node adds the place in ways that differ by version; it is given already.
      message: `The file is not valid JSON: ${message.replace(/ in JSON at position.*$/s, '')}.`,
      hint: 'Check the quotes and commas around this place; the last field has no comma after it.',
    });
    return undefined;
  }
}
