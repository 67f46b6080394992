/** Files of the design under names that change with their content. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { hashedFiles } from '../../src/site/hashed-files.ts';
import { folderWith } from '../support/scratch.ts';

/** By its own path, the one that a file has besides. */
function hashed(files: Readonly<Record<string, string>>): Record<string, string> {
  const folder = folderWith(files);
  const assets = Object.keys(files).map((name) => ({
    source: path.join(folder, name),
    path: `/${name}`,
  }));
  return Object.fromEntries(
    hashedFiles(assets).map(({ plainPath, path: other }) => [plainPath, other]),
  );
}

it('a stylesheet or script has a name that changes with it, or with what it imports', () => {
  const files = {
    'css/site.css': "@import './site/a.css';\n",
    'css/site/a.css': 'a{b:c}',
    'js/a.js': 'go();',
  };
  const first = hashed(files);
  expect(Object.keys(first)).toEqual(['/css/site.css', '/js/a.js']);
  expect(first['/js/a.js']).toMatch(/^\/hashed\/a\.[0-9a-f]{12}\.js$/);
  expect(hashed(files)).toEqual(first);
  const second = hashed({ ...files, 'css/site/a.css': 'a{b:d}' });
  expect(second['/css/site.css']).not.toBe(first['/css/site.css']);
  expect(second['/js/a.js']).toBe(first['/js/a.js']);
});

it('what names a file beside it keeps its name, as does what others link to', () => {
  const own = {
    'js/a.js': "import { b } from './b.js';\nb();\n",
    'js/b.js': 'export const b = () => {};',
    'css/a.css': 'a{background:url(b.png)}',
    'css/b.css': "a{background:url('./b.png')}",
    'robots.txt': '',
    'favicon.svg': '<svg/>',
    'js/deep/a.js': '',
  };
  expect(hashed(own)).toEqual({});
  const further = "a{background:url('../icons/a.svg'), url(data:image/png;base64,AA), url(/b.png)}";
  expect(Object.keys(hashed({ 'css/a.css': further }))).toEqual(['/css/a.css']);
});
