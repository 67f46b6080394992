/** Fingerprinted theme files. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashedFiles, type HashedFile } from '../../src/site/hashed-files.ts';
import { folderWith } from '../support/scratch.ts';

type Files = Readonly<Record<string, string>>;

function made(files: Files): HashedFile[] {
  const folder = folderWith(files);
  return hashedFiles(
    Object.keys(files).map((name) => ({ source: join(folder, name), path: `/${name}` })),
  );
}

/** By its own path, the one that a file has besides. */
function hashed(files: Files): Record<string, string> {
  return Object.fromEntries(made(files).map(({ plainPath, path: other }) => [plainPath, other]));
}

function contentOf(files: Files, plainPath: string): HashedFile['content'] {
  return made(files).find((file) => file.plainPath === plainPath)?.content;
}

it('hashes the names of stylesheets and scripts, including their imports', () => {
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

it('hashes the names of referenced files, and updates the references', () => {
  const files = {
    'css/site.css': "a{background:url('../icons/a.svg')} b{src:url(b.woff2#x)} c{d:url(../no.png)}",
    'css/b.woff2': 'font',
    'icons/a.svg': '<svg/>',
    'icons/other.svg': '<svg/>',
    'js/a.js': "import { b } from './b.js';\nawait import('./c.js');\nb();\n",
    'js/b.js': "export { b } from './c.js';",
    'js/c.js': 'export const b = () => {};',
  };
  const first = hashed(files);
  expect(Object.keys(first).toSorted()).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'icons/other.svg')
      .map((name) => `/${name}`)
      .toSorted(),
  );
  const nameOf = (path: string): string => `./${(first[path] ?? '').replace('/hashed/', '')}`;
  expect(contentOf(files, '/css/site.css')).toBe(
    `a{background:url('${nameOf('/icons/a.svg')}')} b{src:url(${nameOf('/css/b.woff2')}#x)} c{d:url(../no.png)}`,
  );
  expect(contentOf(files, '/js/a.js')).toContain(`from '${nameOf('/js/b.js')}'`);
  expect(contentOf(files, '/js/a.js')).toContain(`import('${nameOf('/js/c.js')}')`);
  // What is far below changes the names of all above.
  const second = hashed({ ...files, 'js/c.js': 'export const b = 1;', 'icons/a.svg': '<svg />' });
  for (const path of ['/js/a.js', '/js/b.js', '/js/c.js', '/css/site.css', '/icons/a.svg'])
    expect(second[path]).not.toBe(first[path]);
  expect(second['/css/b.woff2']).toBe(first['/css/b.woff2']);
});

it('keeps the names of files that others link to, and of circular imports', () => {
  const own = {
    'js/a.js': "import { b } from './b.js';\nb();\n",
    'js/b.js': "import './a.js';\nexport const b = () => {};",
    'js/c.js': "import './a.js';",
    'robots.txt': '',
    'favicon.svg': '<svg/>',
    'js/deep/a.js': '',
  };
  expect(hashed(own)).toEqual({});
  const further = "a{background:url('../icons/a.svg'), url(data:image/png;base64,AA), url(/b.png)}";
  expect(Object.keys(hashed({ 'css/a.css': further }))).toEqual(['/css/a.css']);
});
