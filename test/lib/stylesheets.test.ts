import path from 'node:path';
import { expect, it } from 'vitest';
import { importedStylesheets } from '../../src/content/imported-stylesheets.ts';
import { Problems } from '../../src/lib/problem.ts';
import { readStylesheet } from '../../src/lib/stylesheets.ts';
import { folderWith } from '../support/scratch.ts';

function sheet(files: Readonly<Record<string, string>>): string {
  return readStylesheet(path.join(folderWith(files), 'site.css'));
}

it('inlines imports recursively, in the named layer', () => {
  const css = sheet({
    'site.css':
      '@layer base;\n\n@import \'./tokens.css\';\n@import "./parts/base.css" layer(base);\n\nb {\n  top: 0;\n}\n',
    'tokens.css': ':root {\n  --ink: red;\n}\n',
    'parts/base.css': "@import '../reset.css';\n/* All\nof it. */\na {\n  color: var(--ink);\n}\n",
    'reset.css': '* {\n  margin: 0;\n}\n',
  });
  expect(css).toBe(
    '@layer base;\n:root {\n--ink: red;\n}\n@layer base{\n* {\nmargin: 0;\n}\na {\ncolor: var(--ink);\n}\n}\nb {\ntop: 0;\n}',
  );
});

it('leaves a stylesheet without imports unchanged', () => {
  const css = "/* Mine. */\n@import 'https://fonts.example/a.css';\na {\n  color: red;\n}\n";
  expect(sheet({ 'site.css': css })).toBe(css);
});

it('ignores comment signs and imports in strings', () => {
  const css = sheet({
    'site.css': "@import './a.css';\n/* @import './b.css'; */\n",
    'a.css': 'a::before {\n  content: "/* \\" */";\n}\n',
    'b.css': 'b { top: 0 }',
  });
  expect(css).toBe('a::before {\ncontent: "/* \\" */";\n}');
});

it('stops at import cycles', () => {
  const css = sheet({
    'site.css': "@import './a.css';\n",
    'a.css': "@import './site.css';\na {\n  top: 0;\n}\n",
  });
  expect(css).toBe("@import './site.css';\na {\ntop: 0;\n}");
});

it('lists imported stylesheets and reports missing ones', () => {
  const folder = folderWith({
    'css/site.css': "@import './site/base.css' layer(base);\n@import './gone.css';\n",
    'css/site/base.css': '',
    'css/alone.css': '',
  });
  const sources = ['site.css', 'site/base.css', 'alone.css'].map((name) =>
    path.join(folder, 'css', name),
  );
  const problems = new Problems();
  const parts = importedStylesheets(
    sources.map((source) => ({ source })),
    problems,
  );
  expect([...parts]).toEqual([path.join(folder, 'css/site/base.css')]);
  expect(problems.all.map(({ severity, code, near }) => [severity, code, near])).toEqual([
    ['error', 'stylesheet-missing', './gone.css'],
  ]);
});
