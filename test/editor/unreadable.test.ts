/** Files that the editor cannot read: what it shows instead, and what it writes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FileFormat } from '../../src/outputs/editor/shape.ts';
import { methodsOf, POSTS } from './as-sveltia.ts';

const ROSES = `---
title: Roses
publishDate: 2024-03-10
author: Rosa
description: Red: not blue
---

Red ones.`;

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('navigator', { language: 'en-US' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('a broken post is listed with what is wrong, and is the whole file in its form', () => {
  const { fromFile, toFile } = methodsOf(POSTS);
  const shown = fromFile(ROSES);
  expect(shown).toMatchObject({
    title: '⚠ Roses cannot be read (line 5: bad indentation of a mapping entry). Correct its text.',
    publishDate: '2024-03-10',
    author: ['Rosa'],
    body: ROSES,
  });
  expect(toFile({ ...shown, description: 'Lost?' })).toBe(ROSES);
  const body = ROSES.replace('Red: not', 'Red, not');
  expect(toFile({ ...shown, body })).toBe(body);
});

it.each([
  ['Roses.', '⚠ This file cannot be read (The file does not start with front matter). Correct'],
  ['---\n- a\n---\n', '(The front matter is not a list of fields)'],
  ['---\ntitle: Roses: a list\n---\n', '⚠ Roses: a list cannot be read (line 2: '],
  ['---\ntitle: "Roses\n---\n', '⚠ "Roses cannot be read (line 3: '],
])('says what is wrong with %j', (text, title) => {
  expect(methodsOf(POSTS).fromFile(text)['title']).toContain(title);
});

it.each([
  [
    "Expected ',' after property value in JSON at position 17 (line 1 column 18)",
    "line 1: Expected ','",
  ],
  ["expected ',' after property value at line 2 column 5 of the JSON data", "line 2: expected ','"],
])('says where JSON is broken, as each browser does: %s', (said, place) => {
  vi.spyOn(JSON, 'parse').mockImplementationOnce(() => {
    throw new SyntaxError(said);
  });
  const { name } = methodsOf({ extension: 'json', shapes: {} }).fromFile('{');
  expect(name).toBe(
    `⚠ This file cannot be read (${place} after property value). Correct it in a text editor.`,
  );
});

it.each<[FileFormat, string, string]>([
  [{ extension: 'json', shapes: {} }, '{ "name": "Rosa" "bio": "" }', 'name'],
  [{ extension: 'yaml', shapes: {} }, 'title: Garden\nurl: a: b\n', 'title'],
  [{ extension: 'yaml', shapes: {}, map: 'terms' }, 'herbs:\n  a: b: c\n', 'terms'],
])('a broken file of settings says so, and stays: %j', (format, text, field) => {
  const { fromFile, toFile } = methodsOf(format);
  const shown = fromFile(text);
  expect(JSON.stringify(shown[field])).toContain('⚠ This file cannot be read (');
  expect(toFile({ ...shown, [field]: 'Mine' })).toBe(text);
});
