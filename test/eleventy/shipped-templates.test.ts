import { expect, it } from 'vitest';
import { SHIPPED, hasAddedTemplates } from '../../src/eleventy/added-templates.ts';
import { existsSync } from 'node:fs';

it('knows every template that comes with Perennial', () => {
  expect(hasAddedTemplates()).toBe(false);
  expect(SHIPPED.filter((file) => !existsSync(file))).toEqual([]);
});
