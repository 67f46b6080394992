/** Reads the files that describe a site rather than a post: settings, authors, redirects. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Positions, Problems } from '../problem.ts';
import { authorSchema } from './author-schema.ts';
import type { AuthorEntry, RedirectEntry } from './entries.ts';
import { displayPath, readText } from './files.ts';
import { redirectsSchema } from './redirects-schema.ts';
import { siteSchema, type SiteSettings } from './site-schema.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';

interface Values {
  readonly value: unknown;
  readonly positions: Positions;
}

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
  const values = readYaml(path, 'site', problems);
  return values && validate(siteSchema, values.value, sourceOf(path, values, 'site'), problems);
}

/** One author of `authors/*.json`. */
export function readAuthor(path: string, problems: Problems): AuthorEntry | undefined {
  const values = readJson(path, problems);
  if (values === undefined) return undefined;
  const source = sourceOf(path, values, 'author');
  const fields = validate(authorSchema, values.value, source, problems);
  return (
    fields && { fields, file: source.file, positions: values.positions, folder: dirname(path) }
  );
}

/** The rules of `redirects.yaml`; none when there is no such file. */
export function readRedirects(contentDir: string, problems: Problems): RedirectEntry[] {
  const path = join(contentDir, 'redirects.yaml');
  if (!existsSync(path)) return [];
  const values = readYaml(path, 'redirects', problems);
  if (values === undefined) return [];
  const { file, positions, ...source } = sourceOf(path, values, 'redirects');
  const rules = validate(redirectsSchema, values.value, { file, positions, ...source }, problems);
  return (rules?.redirects ?? []).map((fields, index) => ({
    fields,
    file,
    positions,
    path: `redirects[${index}]`,
  }));
}

function sourceOf(path: string, values: Values, concept: string) {
  return { file: displayPath(path), positions: values.positions, concept };
}

function readYaml(path: string, concept: string, problems: Problems): Values | undefined {
  const text = readText(path, problems);
  if (text === undefined) return undefined;
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed;
  for (const { message, at } of parsed.errors) {
    problems.error({
      code: `${concept}-yaml`,
      file: displayPath(path),
      ...at,
      message: `The file is not valid YAML: ${message}.`,
      hint: 'Write one `name: value` a line and indent with spaces.',
    });
  }
  return undefined;
}

function readJson(path: string, problems: Problems): Values | undefined {
  const text = readText(path, problems)?.replace(/^\uFEFF/, '');
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // JSON is YAML, and the YAML parser knows where each field stands.
    const located = parseYaml(text);
    return { value, positions: located.ok ? located.positions : {} };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n');
    problems.error({
      code: 'author-json',
      file: displayPath(path),
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `The file is not valid JSON: ${message}.`,
      hint: 'Check the quotes and commas around this place; the last field has no comma after it.',
    });
    return undefined;
  }
}
