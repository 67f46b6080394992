/** Reads the files that describe a site rather than a post: settings, authors, redirects. */
import { dirname, join } from 'node:path';
import type { Problem, Problems } from '../lib/problem.ts';
import { authorSchema } from './author-schema.ts';
import type { AuthorEntry, RedirectEntry } from './entries.ts';
import { displayPath, lookUp } from './files.ts';
import { readText, type Limit } from './read-text.ts';
import { redirectsSchema } from './redirects-schema.ts';
import { siteSchema, type SiteSettings } from './site-schema.ts';
import { standInFor, validate, type Checked } from './validate.ts';
import { parseYaml } from './yaml.ts';

const LIMIT: Limit = { size: 100_000, hint: 'Look for what has slipped into it.' };

/** Forty thousand rules with addresses of a hundred letters have room in it. */
const REDIRECTS_LIMIT: Limit = {
  size: 5_000_000,
  hint: 'Give posts their old addresses by `legacyUrl`, and remove the rules that nobody needs.',
};

/** `site.yaml`, or the defaults when there is none, which is said. */
export function readSettings(contentDir: string, problems: Problems): Checked<SiteSettings> {
  const path = join(contentDir, 'site.yaml');
  if (lookUp(path) === undefined) {
    problems.warn({
      code: 'site-missing',
      file: displayPath(path),
      message: 'There is no `site.yaml`; the site is built with default settings.',
      hint: 'Create it with at least `title: ...` and `url: ...`.',
    });
    return { fields: siteSchema.parse({}), invalidFields: [], dropped: new Set() };
  }
  const value = readYaml(path, 'site', LIMIT, problems);
  const source = { file: displayPath(path), concept: 'site' };
  const checked =
    value === undefined
      ? standInFor(siteSchema, {})
      : validate(siteSchema, value, source, problems);
  if (checked === undefined) throw new Error('A setting has no default.');
  return checked;
}

/** One author of `authors/*.json`. */
export function readAuthor(path: string, problems: Problems): AuthorEntry | undefined {
  const text = readText(path, LIMIT, problems);
  if (text === undefined) return undefined;
  const file = displayPath(path);
  const parsed = parseJson(text, { file, code: 'author-json' }, problems);
  if (!parsed.ok) return undefined;
  const { value } = parsed;
  const checked = validate(authorSchema, value, { file, concept: 'author' }, problems);
  return checked && { fields: checked.fields, file, folder: dirname(path) };
}

/** The rules of `redirects.yaml`; none when there is no such file. */
export function readRedirects(contentDir: string, problems: Problems): RedirectEntry[] {
  const path = join(contentDir, 'redirects.yaml');
  if (lookUp(path) === undefined) return [];
  const value = readYaml(path, 'redirects', REDIRECTS_LIMIT, problems);
  if (value === undefined) return [];
  const file = displayPath(path);
  const rules = validate(redirectsSchema, value, { file, concept: 'redirects' }, problems);
  if (rules === undefined) return [];
  let place = -1;
  return rules.fields.redirects.map((fields) => {
    do place++;
    while (rules.dropped.has(`redirects[${place}]`));
    return { fields, file, path: `redirects[${place}]` };
  });
}

/** The value, an empty file being an empty one, or `undefined` with the problems added. */
function readYaml(path: string, concept: string, limit: Limit, problems: Problems): unknown {
  const text = readText(path, limit, problems);
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

/**
 * The value, or a problem added.
 * @param code of that problem
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
      // Node adds the place in ways that differ by version; it is given already.
      message: `The file is not valid JSON: ${message.replace(/ in JSON at position.*$/s, '')}.`,
      hint: 'Check the quotes and commas around this place; the last field has no comma after it.',
    });
    return { ok: false };
  }
}
