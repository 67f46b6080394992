/** Reads the site settings, the authors and the redirects. */
import { dirname, join } from 'node:path';
import type { Problem, Problems } from '../lib/problem.ts';
import { authorSchema } from './author-schema.ts';
import type { AuthorEntry, RedirectEntry } from './entries.ts';
import { lookUp } from './files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { readText, type Limit } from './read-text.ts';
import { redirectsSchema } from './redirects-schema.ts';
import { siteSchema, type SiteSettings } from './site-schema.ts';
import { placeholdersFor, validate, type Validated } from './validate.ts';
import { isMap } from './values.ts';
import { reportComments } from './yaml-comments.ts';
import { parseYaml } from './yaml.ts';

export const SETTINGS_LIMIT: Limit = {
  size: 100_000,
  hint: 'Look for content that was pasted into it by mistake.',
};

/** Enough for 40,000 rules of 100 characters. */
const REDIRECTS_LIMIT: Limit = {
  size: 5_000_000,
  hint: 'Move the old addresses of posts to their `legacyUrl`, and remove rules that nobody needs.',
};

/** More take minutes to check. */
const MAX_REDIRECTS = 50_000;

/** Settings of `site.yaml`. Without the file, the defaults and a warning. */
export function readSettings(contentDir: string, problems: Problems): Validated<SiteSettings> {
  const path = join(contentDir, 'site.yaml');
  if (lookUp(path) === undefined) {
    problems.warn({
      code: 'site-missing',
      file: displayPath(path),
      message: 'There is no `site.yaml`, so the site uses the default settings.',
      hint: 'Create it with at least `title: ...` and `url: ...`.',
    });
    // The warning names the URL, so that it needs no other.
    return { fields: siteSchema.parse({}), invalidFields: ['url'], dropped: new Set() };
  }
  const value = readYaml(path, 'site', SETTINGS_LIMIT, problems);
  const source = { file: displayPath(path), concept: 'site' };
  const checked =
    value === undefined
      ? placeholdersFor(siteSchema, {})
      : validate(siteSchema, value, source, problems);
  if (checked === undefined) throw new Error('A setting has no default.');
  return checked;
}

/** Reads one file of `authors/`. */
export function readAuthor(path: string, problems: Problems): AuthorEntry | undefined {
  const text = readText(path, SETTINGS_LIMIT, problems);
  if (text === undefined) return undefined;
  const file = displayPath(path);
  const parsed = parseJson(text, { file, code: 'author-json' }, problems);
  if (!parsed.ok) return undefined;
  const { value } = parsed;
  const checked = validate(authorSchema, value, { file, concept: 'author' }, problems);
  return checked && { fields: checked.fields, file, folder: dirname(path) };
}

export const REDIRECTS = 'redirects.yaml';

/** Rules of `redirects.yaml`; none if the file does not exist. */
export function readRedirects(contentDir: string, problems: Problems): RedirectEntry[] {
  const path = join(contentDir, REDIRECTS);
  if (lookUp(path) === undefined) return [];
  const value = readYaml(path, 'redirects', REDIRECTS_LIMIT, problems);
  if (value === undefined) return [];
  const file = displayPath(path);
  if (hasTooMany(value)) {
    problems.error({
      code: 'redirects-too-many',
      file,
      message: `The file has more than ${MAX_REDIRECTS.toLocaleString('en')} redirects, so none of them is read.`,
      hint: REDIRECTS_LIMIT.hint,
    });
    return [];
  }
  const rules = validate(redirectsSchema, value, { file, concept: 'redirects' }, problems);
  if (rules === undefined) return [];
  // Invalid rules are dropped, so a rule's index in the file may be higher than in the result.
  let index = -1;
  return rules.fields.redirects.map((fields) => {
    do index++;
    while (rules.dropped.has(`redirects[${index}]`));
    return { fields, file, path: `redirects[${index}]` };
  });
}

function hasTooMany(value: unknown): boolean {
  const rules = isMap(value) ? value['redirects'] : undefined;
  return Array.isArray(rules) && rules.length > MAX_REDIRECTS;
}

/** The parsed value, `{}` for an empty file, or `undefined` after reporting a problem. */
export function readYaml(path: string, concept: string, limit: Limit, problems: Problems): unknown {
  const text = readText(path, limit, problems);
  if (text === undefined) return undefined;
  const parsed = parseYaml(text);
  if (parsed.ok) {
    if (concept === 'site') reportComments(text, displayPath(path), problems);
    return parsed.value ?? {};
  }
  const { message, at } = parsed.error;
  problems.error({
    code: `${concept}-yaml`,
    file: displayPath(path),
    ...at,
    message: `The file is not valid YAML: ${message}.`,
    hint: 'Write one `name: value` per line and indent with spaces.',
  });
  return undefined;
}

/**
 * Parses JSON, or reports where it is invalid.
 * @param code code of the problem
 */
export function parseJson(
  source: string,
  { file, code }: Pick<Problem, 'file' | 'code'>,
  problems: Problems,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  const text = source.replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n');
    problems.error({
      code,
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      // Node appends the position in a form that differs by version; it is reported above.
      message: `The file is not valid JSON: ${message.replace(/ in JSON at position.*$/s, '')}.`,
      hint: 'Check the quotes and commas here; there must be no comma after the last field.',
    });
    return { ok: false };
  }
}
