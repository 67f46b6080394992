/** Validation of the settings `references` and `shippedReferences`. */
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../src/content/site-schema.ts';
import { validate } from '../../src/content/validate.ts';
import { Problems } from '../../src/lib/problem.ts';

const KIND = { name: 'Plants', pattern: 'https://plants.example/:plant', label: ':plant' };

function problemsOf(settings: Readonly<Record<string, unknown>>): string[] {
  const problems = new Problems();
  validate(siteSchema, settings, { file: 'content/site.yaml', concept: 'site' }, problems);
  return problems.all.map(({ code, message }) => `${code}: ${message}`);
}

describe('the setting `references`', () => {
  it('accepts a kind with one or several patterns', () => {
    const pattern = ['https://plants.example/:plant', 'http://old.example/:plant.html'];
    expect(problemsOf({ references: [KIND, { ...KIND, pattern, icon: 'book' }] })).toEqual([]);
  });

  it.each([
    [
      { name: 'Plants', pattern: KIND.pattern },
      'site-references-missing: `references[0].label` is missing.',
    ],
    [{ ...KIND, pattern: '/plants/:plant' }, 'is not a valid pattern: it must start with https://'],
    [
      { ...KIND, pattern: 'https://:host.example/:plant' },
      'is not a valid pattern: it must start with https://',
    ],
    [{ ...KIND, pattern: 'https://plants.example/:plant?x=*' }, 'is not a valid pattern'],
    [{ ...KIND, pattern: 'https://plants.example/*/:plant' }, '`*` is allowed only at the end'],
    [{ ...KIND, label: ':leaf' }, 'the pattern https://plants.example/:plant has no :leaf'],
    [
      { ...KIND, label: 'A plant', pattern: [KIND.pattern, 'https://old.example/:flower'] },
      'https://old.example/:flower has no :plant, which https://plants.example/:plant uses',
    ],
    [{ ...KIND, icon: 'leaf' }, '`references[0].icon`'],
    [{ ...KIND, patern: 'x' }, 'an unknown field `patern`'],
  ])('refuses %j', (kind, message) => {
    const [problem, ...others] = problemsOf({ references: [kind] });
    expect(problem).toContain(message);
    expect(problem).toMatch(/^site-references-/);
    expect(others).toEqual([]);
  });
});

describe('the setting `shippedReferences`', () => {
  it('selects some kinds, or none', () => {
    const some = siteSchema.parse({ shippedReferences: ['pypi', 'pep'] });
    expect(some.shippedReferences.map(({ name }) => name)).toEqual(['PyPI', 'PEP']);
    expect(siteSchema.parse({ shippedReferences: [] }).shippedReferences).toEqual([]);
  });

  it('refuses unknown names', () => {
    expect(problemsOf({ shippedReferences: ['rfc'] })).toEqual([
      'site-shippedReferences-invalid: `shippedReferences[0]` is text ("rfc"), but must be a list of kinds of reference.',
    ]);
  });
});
