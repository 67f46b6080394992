/** Files beside posts that browsers or servers could run. */
import { beforeAll, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { attributes } from '../support/dom.ts';
import { folderWith } from '../support/scratch.ts';

const FILES = {
  'demo.html': '<script>grow()</script>',
  'run.js': 'grow()',
  'x.php': '<?php grow(); ?>',
  'x.shtml': '<!--#exec cmd="id" -->',
  'drawing.svgz': 'x',
  'page.foo': '<html><script src="run.js"></script>',
  'web.config': '<configuration/>',
  _headers: '/*\n  X: 1',
  'look.css': '@import "../../secret.css";',
  'notes.txt': 'Roses',
  'notes.txt.gz': 'other roses',
  'archive.tar.gz': 'Lilies',
  'data.bin': 'Tulips',
};

let site: BuiltSite;
const output = (file: string) => site.output.has(`2024/03/roses/${file}`);

beforeAll(async () => {
  const links = Object.keys(FILES).map((file) => `[${file}](${file})`);
  const content = folderWith({
    'site.yaml':
      'title: Garden\nurl: https://garden.test/\nattachments: [.HTML, css]\nhost: [netlify, github-pages]\n',
    'secret.css': 'p { color: secret }',
    'posts/roses/index.md': `---\ntitle: Roses\npublishDate: '2024-03-10'\ntags: ['${'%'.repeat(40)}', con]\n---\n\n${links.join(' ')}\n`,
    ...Object.fromEntries(
      Object.entries(FILES).map(([file, text]) => [`posts/roses/${file}`, text]),
    ),
  });
  site = built(await buildSite({ content }));
});

it('are not published, and named', () => {
  const withheld = [
    'run.js',
    'x.php',
    'x.shtml',
    'drawing.svgz',
    'page.foo',
    'web.config',
    '_headers',
    'notes.txt.gz',
  ];
  expect(withheld.filter(output)).toEqual([]);
  const said = [...site.stderr.matchAll(/"([^"]+)" (?:is a file|is one|has a name) that/g)];
  expect(said.map(([, file]) => file).toSorted()).toEqual(withheld.toSorted());
});

it('are published if they are plain', () => {
  const plain = ['notes.txt', 'data.bin', 'archive.tar.gz'];
  expect(plain.filter(output)).toEqual(plain);
});

it('are downloads if their ending is allowed', () => {
  expect(site.output.read('2024/03/roses/demo.html')).toBe(FILES['demo.html']);
  expect(site.output.read('_headers')).toContain(
    '/2024/03/roses/demo.html\n  Content-Disposition: attachment\n',
  );
  expect(site.stderr).toMatch(/GitHub Pages sends no headers of yours, .*roses\/demo\.html/);
});

it('are stylesheets without what they import', () => {
  expect(site.output.read('2024/03/roses/look.css')).toBe(FILES['look.css']);
});

it('have links only if they are published', () => {
  const page = site.output.page('/2024/03/roses/');
  const files = attributes(page, 'href').flatMap(
    (href) => /^\/2024\/03\/roses\/(.+)$/.exec(href)?.[1] ?? [],
  );
  expect(files.toSorted()).toEqual([
    'archive.tar.gz',
    'data.bin',
    'demo.html',
    'look.css',
    'notes.txt',
  ]);
});

it('have tags whose folders every file system can hold', () => {
  const tags = site.output.files().filter((file) => file.startsWith('tags/'));
  expect(tags.some((file) => /^tags\/con-[0-9a-f]{10}\/index\.html$/.test(file))).toBe(true);
  expect(tags.every((file) => file.split('/').every((part) => part.length <= 200))).toBe(true);
});
