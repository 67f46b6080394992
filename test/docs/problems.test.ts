/** Every code is explained to the reader of `docs/problems.md`, and no code that there is not. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { authorSchema } from '../../src/content/author-schema.ts';
import { pageSchema } from '../../src/content/page-schema.ts';
import { postSchema } from '../../src/content/post-schema.ts';
import { redirectsSchema } from '../../src/content/redirects-schema.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { validate } from '../../src/content/validate.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { Problems } from '../../src/lib/problem.ts';
import { ROOT } from '../support/build-site.ts';

const SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  post: postSchema(new DateReader('UTC', 'en')),
  page: pageSchema,
  author: authorSchema,
  site: siteSchema,
  redirects: redirectsSchema,
};
/** Kinds of mistake that any of these files can have; the document shows two and dots. */
const OF_EVERY_FILE = ['field-misspelt', 'field-unknown', 'not-a-map'];

const explained = new Set(
  [
    ...readFileSync(path.join(ROOT, 'docs/problems.md'), 'utf8').matchAll(/`([a-z]+(?:-\w+)+)`/g),
  ].map(([, code = '']) => code),
);

describe('docs/problems.md', () => {
  const fields = Object.entries(SCHEMAS).flatMap(([concept, schema]) => codesOf(concept, schema));
  const written = writtenCodes();

  it('explains every code of a field', () => {
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((code) => !explained.has(code))).toEqual([]);
  });

  it('explains every other code', () => {
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((code) => !explained.has(code))).toEqual([]);
  });

  it('explains problems that any file can have', () => {
    for (const kind of OF_EVERY_FILE)
      for (const concept of ['post', 'site']) expect(explained).toContain(`${concept}-${kind}`);
  });

  it('explains no unknown code', () => {
    const known = new Set([
      ...fields,
      ...written,
      ...OF_EVERY_FILE.flatMap((kind) => [`post-${kind}`, `site-${kind}`]),
    ]);
    expect([...explained].filter((code) => !known.has(code))).toEqual([]);
  });
});

/** What is said of each field when it is absent or holds what it must not. */
function codesOf(concept: string, schema: z.ZodObject): string[] {
  const problems = new Problems();
  const source = { file: 'a file', concept };
  validate(schema, {}, source, problems);
  for (const field of Object.keys(schema.shape))
    for (const value of [{ wrong: true }, 12, '', '::', [{}], [[]]])
      validate(schema, { [field]: value }, source, problems);
  const codes = new Set(problems.all.map(({ code }) => code));
  return [...codes].filter((code) => /-(?:missing|invalid)$/.test(code));
}

/** Codes that stand in the sources; `concept` is there for the files that are YAML as a whole. */
function writtenCodes(): string[] {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/\bcode: (?:\w+ \? '([\w-]+)' : )?['`]([^'`]+)['`]/g)].flatMap(
      ([, one, other = '']) => [...(one === undefined ? [] : [one]), other],
    ),
  );
  return [...new Set(codes)]
    .filter((code) => code !== 'custom' && !code.startsWith('${source.concept}'))
    .flatMap((code) =>
      code.startsWith('${concept}')
        ? ['site', 'redirects'].map((concept) => code.replace('${concept}', concept))
        : [code],
    );
}
