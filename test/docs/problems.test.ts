/** `docs/problems.md` explains every problem code, and no others. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorSchema } from '../../src/content/author-schema.ts';
import { pageSchema } from '../../src/content/page-schema.ts';
import { postSchema } from '../../src/content/post-schema.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { ROOT } from '../support/build-site.ts';

/** Fields by the guide that explains them. */
const GUIDES = {
  'writing.md': Object.keys(postSchema(new DateReader('UTC', 'en')).shape),
  'authors-and-pages.md': Object.keys({ ...pageSchema.shape, ...authorSchema.shape }),
  'settings.md': Object.keys(siteSchema.shape),
};

/** Codes of fields; the document gives examples. */
const FIELD_CODE =
  /^(?:post|page|author|tag|series|site|redirects)-(?:field-(?:misspelt|unknown|foreign)|draft-marker|not-a-map|title-(?:missing|invalid))$/;

const explained = new Set(
  [
    ...readFileSync(path.join(ROOT, 'docs/problems.md'), 'utf8').matchAll(/`([a-z]+(?:-\w+)+)`/g),
  ].map(([, code = '']) => code),
);

describe('docs/problems.md', () => {
  const written = writtenCodes();

  it('explains every code', () => {
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((code) => !explained.has(code))).toEqual([]);
  });

  it('gives examples of the codes of fields', () => {
    for (const kind of ['field-misspelt', 'field-unknown', 'not-a-map'])
      for (const file of ['post', 'site']) expect(explained).toContain(`${file}-${kind}`);
  });

  it('explains no unknown code', () => {
    const known = new Set(written);
    const unknown = [...explained].filter((code) => !known.has(code) && !FIELD_CODE.test(code));
    expect(unknown).toEqual([]);
  });
});

describe('the guide', () => {
  it.each(Object.entries(GUIDES))('explains every field of %s', (file, shape) => {
    const guide = readFileSync(path.join(ROOT, 'docs/guide', file), 'utf8');
    expect(shape.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});

/** Codes in the sources; `concept` stands for the kinds of YAML files. */
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
    .filter(
      (code) =>
        !['custom', 'invalid_type'].includes(code) &&
        !/\s/.test(code) &&
        !code.startsWith('${source.concept}'),
    )
    .flatMap((code) =>
      code.startsWith('${concept}')
        ? ['site', 'tags', 'series', 'redirects', 'comments'].map((concept) =>
            code.replace('${concept}', concept),
          )
        : [code],
    );
}
