/** Logo, accent, fonts and stylesheet of the owner. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LoadCache, loadWithProblems, type LoadResult } from '../../../src/build/load-site.ts';
import { charactersOf } from '../../../src/outputs/brand/characters.ts';
import { run } from '../../support/build-site.ts';
import { noise, plain } from '../../support/pictures.ts';
import { readPng } from '../../support/png.ts';
import { required } from '../../support/required.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const FONT = readFileSync('public/fonts/literata-latin.woff2');
const CIRCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" onload="go()"><script>go()</script><circle fill="currentColor" cx="20" cy="20" r="18"/></svg>';
const POST = '---\ntitle: A\npublishDate: 2024-01-01\nauthor: Unknown\n---\n\nWords \u0436.\n';
const HEAD = 'title: Garden\nurl: https://garden.test/blog/\n';

let folder = '';

/** @param settings further lines of `site.yaml` */
function load(settings: string, files: Files = {}, cache?: LoadCache): Promise<LoadResult> {
  folder = folderWith({
    'site.yaml': HEAD + settings,
    'posts/a/index.md': POST,
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
    ...files,
  });
  return loadWithProblems({
    ...{ contentDir: folder, publicDir: 'public', drafts: false, cards: true },
    ...(cache && { cache }),
  });
}

/** `error logo-missing site.yaml:3:1` */
async function problemsOf(settings: string, files?: Files): Promise<string[]> {
  const { problems } = await load(settings, files);
  return problems.map(({ severity, code, file, line, column }) =>
    `${severity} ${code} ${file}:${line}:${column}`.replace(`${folder}/`, ''),
  );
}

function contentAt({ site }: LoadResult, path: string): string | Uint8Array {
  return required(site.assets.find((asset) => asset.path === path)?.content);
}

function stylesheetOf({ site }: LoadResult): string {
  return required(site.assets.find(({ path }) => path === '/css/site.css')).appended ?? '';
}

describe('a site with a logo, an accent, fonts and a stylesheet', () => {
  const cache = new LoadCache(temporaryFolder());
  let loaded: LoadResult;
  let css: string;

  const whole = () =>
    load(
      "logo: logo.svg\naccent: '#b3261e'\nfonts:\n  serif: [my font.woff2]\n  mono: monospace-code\n",
      {
        'logo.svg': CIRCLE,
        'theme/my font.woff2': FONT,
        'theme/theme.css':
          "@import './parts/a.css' print;\n:root { --paper: light-dark(#ffffff, #101010); }\nh1 { background: url('dots.svg#x'), url(#y) }\n",
        'theme/parts/a.css': 'h2 { src: url(../dots.svg) }',
        'theme/dots.svg': CIRCLE,
      },
      cache,
    );

  beforeAll(async () => {
    loaded = await whole();
    css = stylesheetOf(loaded);
  });

  it('has no problems', () => {
    expect(loaded.problems).toEqual([]);
  });

  it('shows the drawing in the colour of the page, without scripts', () => {
    const { logo } = loaded.site.facts.brand;
    expect(logo).toMatchObject({ width: 32, height: 32, isWordmark: false, needs: undefined });
    expect(logo?.drawing).toEqual({
      attributes: { viewBox: '0 0 40 40' },
      markup: '<circle fill="currentColor" cx="20" cy="20" r="18"/>',
    });
    expect(logo?.canonical).toMatch(/^https:\/\/garden\.test\/blog\/hashed\/logo\.\w{12}\.svg$/);
  });

  it('has icons of the logo in the colour', async () => {
    const { icons } = loaded.site.facts;
    expect(icons.maskable.map(({ pixels }) => pixels)).toEqual([192, 512]);
    expect(contentAt(loaded, '/favicon.svg')).toMatch(/ color="#b3261e"><style>.*#ff7a6a/);
    for (const [path, width] of Object.entries({ '/icon.png': 144, '/icon-512.png': 512 })) {
      const png = await readPng(Buffer.from(contentAt(loaded, path)));
      expect(png.width).toBe(width);
      expect([png.colourAt(2, 2), png.colourAt(width / 2, width / 2)]).toEqual([
        '#ffffff',
        '#b3261e',
      ]);
    }
    expect(Buffer.from(contentAt(loaded, '/favicon.ico')).readUInt16LE(2)).toBe(1);
    expect(loaded.site.assets.filter(({ path }) => path === '/favicon.ico')).toHaveLength(1);
  });

  it('has the accent in both themes, and in cards', () => {
    expect(css).toContain(':root{--accent:light-dark(#b3261e,#ff7a6a)}');
    const { colours, logo } = required(loaded.site.cards);
    expect(colours).toMatchObject({ accent: '#b3261e', paper: '#ffffff', ink: '#23271f' });
    expect(logo?.source).toMatch(/^data:image\/png;base64,/);
  });

  it('has the fonts, loads the first early, and keeps the lines where they are', () => {
    const [preload] = loaded.site.facts.brand.preloads;
    expect(preload).toMatch(/^\/blog\/hashed\/my-font\.\w{12}\.woff2$/);
    expect(css).toContain(`url("..${preload?.replace('/blog', '')}")`);
    expect(css).toMatch(
      /font-family:site-serif;[^}]*font-weight:400 600;font-style:normal;font-display:optional/,
    );
    expect(css).toMatch(/font-family:site-serif-fallback;[^}]*size-adjust:116\.\d\d%/);
    expect(css).toMatch(/--serif:site-serif,site-serif-fallback,'Iowan Old Style',/);
    expect(css).toMatch(/--mono:ui-monospace,/);
    const font = contentAt(loaded, decodeURI(preload?.replace('/blog', '') ?? ''));
    expect(Buffer.from(font).toString('latin1', 0, 4)).toBe('wOF2');
    const [onCards, ...others] = required(loaded.site.cards).fonts;
    expect(others).toEqual([]);
    expect(required(onCards).bytes).toEqual(font);
    const hasLetter = required(onCards).characters.some(
      ([first, last]) => first <= 65 && 65 <= last,
    );
    expect(hasLetter).toBe(true);
  });

  it('has the stylesheet after everything, and its files', () => {
    expect(css.trim()).toMatch(
      /@media print{h2{src:url\(\.\.\/hashed\/dots\.\w{12}\.svg\)}}:root{--paper: light-dark\(#ffffff, #101010\)}h1{background:url\(\.\.\/hashed\/dots\.\w{12}\.svg#x\),url\(#y\)}$/,
    );
    const dots = loaded.site.images.find(({ path }) => path.startsWith('/hashed/dots.'));
    expect(dots?.isCleaned).toBe(true);
    expect(loaded.site.facts.brand.paper).toEqual({ light: '#ffffff', dark: '#101010' });
    expect(loaded.site.manifest).toContain('"theme_color": "#ffffff"');
  });

  it('is the same from the cache', async () => {
    const again = await whole();
    expect(stylesheetOf(again)).toBe(css);
    expect(again.site.facts).toEqual(loaded.site.facts);
    expect(contentAt(again, '/icon-192.png')).toEqual(contentAt(loaded, '/icon-192.png'));
  });
});

describe('a logo', () => {
  it('that is wide stands for the title, and is published small', async () => {
    const png = await noise(900, 300).png().toBuffer();
    const loaded = await load('logo: ./theme/wide.png\n', { 'theme/wide.png': png });
    expect(loaded.problems).toEqual([]);
    const logo = required(loaded.site.facts.brand.logo);
    expect(logo).toMatchObject({ width: 96, height: 32, isWordmark: true, drawing: undefined });
    expect(logo.url).toMatch(/^\/blog\/hashed\/wide\.\w{12}\.webp$/);
    expect(contentAt(loaded, '/favicon.svg')).toContain('href="data:image/png;base64,');
    expect(loaded.site.cards?.logo).toMatchObject({ width: 180, isWordmark: true });
  });

  it.each([
    ['black', '#000000', 'light'],
    ['white', '#ffffff', 'dark'],
    ['red', '#e03020', undefined],
  ])('that is %s has a paper on which it can be seen', async (_, colour, needs) => {
    const { site } = await load('logo: a.png\n', { 'a.png': await plain(300, 300, colour) });
    expect(site.facts.brand.logo?.needs).toBe(needs);
    const [, card = ''] = site.cards?.logo?.source.split(',') ?? [];
    const { colourAt } = await readPng(Buffer.from(card, 'base64'));
    expect(colourAt(1, 1)).toBe(needs === 'dark' ? '#161a17' : colour);
  });

  it('with styles stays a file, whose colours are its own', async () => {
    const styled = CIRCLE.replace('<circle', '<style>circle{opacity:.9}</style><circle');
    const { site, problems } = await load('logo: a.svg\n', { 'a.svg': styled });
    expect(site.facts.brand.logo?.drawing).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['logo-colours']);
  });
});

it('a font has whole alphabets of the site, and other characters as they occur', () => {
  const characters = charactersOf(['\u0436', '&eacute; \u8336\u8336', '\u{1f375}']);
  for (const character of [
    'A',
    'z',
    '\u00e9',
    '\u0159',
    '\u0410',
    '\u044f',
    '\u2019',
    '\u8336',
    '\u{1f375}',
  ])
    expect(characters.split(character)).toHaveLength(2);
  for (const character of ['\u03b1', '\u8337', '\n']) expect(characters).not.toContain(character);
});

it('an accent alone colours the shipped icons', async () => {
  const loaded = await load("accent: '#05c'\n");
  expect(loaded.problems).toEqual([]);
  expect(contentAt(loaded, '/favicon.svg')).toMatch(/color="#0055cc"[^]*color: #68a1ff/);
  const png = await readPng(Buffer.from(contentAt(loaded, '/icon-512.png')));
  expect(png.colourAt(2, 2)).toBe('#fbfaf5');
});

it('icons can be written, changed, and are then kept', async () => {
  const files = { 'a.png': await plain(300, 300, '#e03020') };
  const { site } = await load('logo: a.png\n', files);
  const icons = ['src/start.mjs', 'icons', '--content', folder];
  const first = await run(process.execPath, icons);
  expect(first.stdout).toContain(`Wrote 6 icons to ${folder}/public.`);
  const own = join(folder, 'public/favicon.ico');
  const made = site.assets.find((asset) => asset.path === '/favicon.ico')?.content;
  expect(readFileSync(own)).toEqual(made);
  writeFileSync(own, 'mine');
  const second = await run(process.execPath, icons);
  expect(second.exitCode).toBe(1);
  expect(second.stderr).toContain('/favicon.ico would be replaced.');
  expect(readFileSync(own, 'utf8')).toBe('mine');
  const kept = await loadWithProblems({
    ...{ contentDir: folder, publicDir: join(folder, 'public'), drafts: false },
  });
  const assets = kept.site.assets.filter((asset) => asset.path === '/favicon.ico');
  expect(assets).toEqual([{ source: own, path: '/favicon.ico', isOwn: true }]);
});

it('icons are not written where no folder can be', async () => {
  await load('logo: a.png\n', { 'a.png': await plain(300, 300, '#e03020') });
  const output = join(folder, 'site.yaml');
  const icons = ['src/start.mjs', 'icons', '--content', folder, '--output', output];
  const { exitCode, stderr } = await run(process.execPath, icons);
  expect(stderr).toContain(`Cannot write the icons to ${output}: not a directory`);
  expect(exitCode).toBe(1);
});

describe('a site without these settings', () => {
  let loaded: LoadResult;

  beforeAll(async () => {
    loaded = await load('');
  });

  it('has the colours that are shipped', () => {
    expect(loaded.site.facts.brand).toMatchObject({
      paper: { light: '#fbfaf5', dark: '#161a17' },
      ...{ accent: undefined, logo: undefined },
    });
  });

  it('has the shipped serif, and loads its Latin letters early', () => {
    const { preloads } = loaded.site.facts.brand;
    expect(preloads).toEqual([
      expect.stringMatching(/^\/blog\/hashed\/literata-latin\.\w{12}\.woff2$/),
    ]);
    const css = stylesheetOf(loaded);
    expect(css).toContain(`url("..${preloads[0]?.replace('/blog', '')}")`);
    expect(css).toMatch(/:root\{--serif:site-serif,site-serif-slanted,'Iowan Old Style',/);
    // One that comes late would move the text.
    expect(css.match(/@font-face/g)).toHaveLength(css.match(/font-display:optional/g)?.length ?? 0);
  });

  it('publishes the fonts once, with their licence', () => {
    const fonts = loaded.site.assets.filter(({ path }) => path.includes('literata'));
    expect(fonts.map(({ path }) => path.replace(/\.\w{12}\./, '.')).toSorted()).toEqual([
      '/fonts/literata-OFL.txt',
      ...[
        'cyrillic-italic',
        'cyrillic',
        'greek-italic',
        'greek',
        'latin-ext-italic',
        'latin-ext',
      ].map((name) => `/hashed/literata-${name}.woff2`),
      ...['latin-italic', 'latin', 'vietnamese-italic', 'vietnamese'].map(
        (name) => `/hashed/literata-${name}.woff2`,
      ),
    ]);
    expect(readFileSync('public/fonts/literata-OFL.txt', 'utf8')).toContain(
      'SIL Open Font License',
    );
    expect(statSync('public/fonts/literata-latin.woff2').size).toBeLessThan(45_000);
  });
});

it.each([
  ['fonts: system\n', {}],
  ['fonts: { serif: slab-serif }\n', {}],
  ['', { 'theme/theme.css': ':root { --serif: Georgia, serif; }' }],
])(
  'a site with a typeface of its own does without the shipped one: %s',
  async (settings, files) => {
    const loaded = await load(settings, files);
    expect(loaded.problems).toEqual([]);
    expect(loaded.site.facts.brand.preloads).toEqual([]);
    expect(stylesheetOf(loaded)).not.toContain('@font-face');
    expect(loaded.site.assets.filter(({ path }) => path.endsWith('.woff2'))).toEqual([]);
  },
);

it.each([
  ['de', ['latin']],
  ['pl', ['latin', 'latin-ext']],
  ['ru', ['latin', 'cyrillic']],
  ['el', ['latin', 'greek']],
  ['ja', []],
])('a site in %s loads early what its letters need', async (language, scripts) => {
  const { site } = await load(`language: ${language}\n`);
  const names = site.facts.brand.preloads.map((url) => /literata-([a-z-]+)\./.exec(url)?.[1]);
  expect(names).toEqual(scripts);
});

describe('mistakes', () => {
  it.each<[string, string, Files, string[]]>([
    ['no logo', 'logo: no.svg\n', {}, ['error logo-missing site.yaml:3:1']],
    ['a logo outside', 'logo: ../no.svg\n', {}, ['error logo-missing site.yaml:3:1']],
    ['a text', 'logo: a.png\n', { 'a.png': 'Hi' }, ['error logo-unreadable site.yaml:3:1']],
    [
      'a broken SVG',
      'logo: a.svg\n',
      { 'a.svg': CIRCLE.replace('<circle', '\n<g><circle') },
      ['error logo-unreadable a.svg:2:62'],
    ],
    ['no drawing', 'logo: a.svg\n', { 'a.svg': '<p/>' }, ['error logo-unreadable site.yaml:3:1']],
    [
      'an SVG without size',
      'logo: a.svg\n',
      { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>' },
      ['error logo-unreadable site.yaml:3:1'],
    ],
    [
      'an empty SVG',
      'logo: a.svg\n',
      { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' },
      ['error logo-empty site.yaml:3:1'],
    ],
    ['no colour', 'accent: greenish\n', {}, ['error site-accent-invalid site.yaml:3:1']],
    ['a colour without quotes', 'accent: #22644a\n', {}, ['warning yaml-comment site.yaml:3:1']],
    ['a pale colour', 'accent: gold\n', {}, ['warning accent-moved site.yaml:3:1']],
    [
      'papers of all lightnesses',
      'accent: red\n',
      { 'theme/theme.css': ':root{--paper:#767676;--raised:#000000;--mark:#ffffff}' },
      ['error accent-unreadable site.yaml:3:1'],
    ],
    ['no font', 'fonts:\n  sans: no.woff2\n', {}, ['error font-missing site.yaml:4:3']],
    [
      'a broken font',
      'fonts:\n  sans: [a.woff2, b.ttf]\n',
      { 'theme/a.woff2': FONT.subarray(0, 9000), 'theme/b.ttf': 'Hi' },
      ['error font-unreadable site.yaml:4:10', 'error font-unreadable site.yaml:4:19'],
    ],
    ['no stack', 'fonts:\n  sans: humanst\n', {}, ['error site-fonts-invalid site.yaml:4:3']],
    [
      'an unclosed rule',
      '',
      { 'theme/theme.css': 'a { color: red;\n}\nb { color: red\n' },
      ['warning theme-syntax theme/theme.css:4:1'],
    ],
    [
      'files that are not there, or elsewhere',
      '',
      {
        'theme/theme.css':
          '@import "no.css";\n@import "https://fonts.test/a.css";\na { b: url(../site.yaml) }\nc { d: url(/e.png), url(data:image/png;base64,AA) }\n',
        'theme/f.html': '',
      },
      [
        'error theme-file-missing theme/theme.css:1:9',
        'error theme-file-refused theme/theme.css:2:9',
        'error theme-file-refused theme/theme.css:3:8',
        'error theme-file-refused theme/theme.css:4:8',
        'error theme-file-refused theme/theme.css:4:21',
      ],
    ],
  ])('%s', async (_, settings, files, expected) => {
    expect(await problemsOf(settings, files)).toEqual(expected);
  });

  it('of a font suggest the stack that was meant', async () => {
    const { problems } = await load('fonts:\n  sans: humanst\n');
    expect(problems[0]?.message).toContain('did you mean `humanist`');
  });
});
