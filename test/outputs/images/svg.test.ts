/** Cleaning of SVG files. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findFlaws } from '../../../src/outputs/images/flaws.ts';
import { cleanSvg } from '../../../src/outputs/images/svg.ts';
import type { ImageInfo } from '../../../src/site/image-model.ts';
import { publishedBytes, readImage } from '../../../src/outputs/images/read-image.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

const CONTENT = '<script>alert(1)</script><title>Größe</title><path onclick="alert(1)" d="M0 0"/>';
const SCRIPTED = `<svg ${SVG}>${CONTENT}</svg>`;

/** One entity of 1,000 characters, named 1,100 times. */
function bomb(): string {
  return `<!DOCTYPE svg [<!ENTITY x "${'x'.repeat(1000)}">]><svg>${'&x;'.repeat(1100)}</svg>`;
}

/** Each group shows the one before it twice. */
function doubling(count: number, show: (before: number) => string, css = ''): string {
  const groups = Array.from({ length: count }, (_, n) => {
    const before = n === 0 ? '<path d="M0 0"/>' : show(n - 1);
    return `<g id="a${n}">${before}${before}</g>`;
  });
  return `<svg ${SVG}>${groups.join('')}<style>${css}</style></svg>`;
}

/** A rule for each group. */
function masks(selectorOf: (n: number) => string): string {
  const rules = Array.from({ length: 40 }, (_, n) => `${selectorOf(n)}{mask:url(#a${n})}`);
  return rules.join('');
}

/** Each element shows the one before it. */
function chain(length: number): string {
  const uses = Array.from({ length }, (_, n) => `<use id="b${n + 1}" href="#b${n}"/>`);
  return `<svg ${SVG}><path id="b0" d=""/>${uses.join('')}</svg>`;
}

function nested(depth: number): Buffer {
  const open = '<g>'.repeat(depth);
  return Buffer.from(`<svg ${SVG}>${open}${CONTENT}${'</g>'.repeat(depth)}</svg>`);
}

function clean(drawing: string | Buffer): string {
  return cleanSvg(Buffer.from(drawing)).bytes.toString();
}

function read(text: string): ImageInfo | undefined {
  return readImage(Buffer.from(text), 'a.svg', false);
}

/** What is inside a drawing when it was cleaned. */
function cleaned(inside: string): string {
  return (
    /^<svg[^>]*?(?:\/>|>([^]*)<\/svg>)\n$/.exec(clean(`<svg ${SVG}>${inside}</svg>`))?.[1] ?? ''
  );
}

describe('an SVG keeps', () => {
  it.each([
    '<path d="M0 0L9 9" fill="#fff" stroke-width="2"/>',
    '<linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="0"/></linearGradient>',
    '<rect fill="url(#a)" clip-path="url(#b)"/>',
    '<use href="#a"/>',
    '<use xlink:href="#a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<title>Less &lt; more &amp; so on</title>',
    '<style>.a{fill:url(#b)}@media (prefers-color-scheme:dark){.a&gt;g{fill:#fff}}</style>',
    '<animate attributeName="r" values="1;2" dur="1s"/>',
    '<g transform="translate(4 5) rotate(9)" fill="rgb(1,2,3)" data-name="Leaf (left)"/>',
    '<style>@font-face{font-family:A;src:url(data:font/woff2;base64,AAAA)format(&quot;woff2&quot;)}</style>',
    '<path mask="url(data:image/png;base64,AAAA)"/>',
    '<style>@keyframes grow{from{r:1px}to{r:9px}}.a{animation:grow 1s;--leaf:#fff;fill:var(--leaf)}</style>',
    '<text xml:space="preserve" style="font:1em serif">Words</text>',
  ])('%s', (inside) => {
    expect(cleaned(inside)).toBe(inside);
  });
});

describe('an SVG loses', () => {
  it.each([
    ['<script>alert(1)</script>', ''],
    ['<script href="https://x.example/a.js"/>', ''],
    ['<path onload="alert(1)" OnClick="alert(1)" d=""/>', '<path d=""/>'],
    ['<a href="javascript:alert(1)"><path d=""/></a>', ''],
    ['<foreignObject><iframe src="x"/></foreignObject>', ''],
    ['<use href="https://x.example/a.svg#a"/>', '<use/>'],
    ['<use xlink:href=" javascript:alert(1)"/>', '<use/>'],
    ['<image href="https://x.example/a.png"/>', '<image/>'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', '<image/>'],
    ['<set attributeName="href" to="javascript:alert(1)"/>', ''],
    ['<animate attributeName="xlink:href" values="javascript:alert(1)"/>', ''],
    ['<style>@import url(https://x.example/a.css);</style>', ''],
    ['<style>a{background:url(https://x.example/a)}</style>', '<style>a{}</style>'],
    ['<style>a{background:\\75rl(https://x.example/a)}</style>', '<style>a{}</style>'],
    ['<path fill="url(https://x.example/a)" d=""/>', '<path d=""/>'],
    ['<style>@im<![CDATA[port "https://x.example/a.css";]]></style>', ''],
    ['<style>@im<g/>port "https://x.example/a.css";</style>', ''],
    ['<style>/*url(#*/a{fill:url(https://x.example/a)}</style>', '<style>a{}</style>'],
    ["<style>a{content:'url(#' url(https://x.example/a)}</style>", '<style>a{}</style>'],
    ['<style>a{fill:image-set("https://x.example/a" 1x)}</style>', '<style>a{}</style>'],
    ['<style>a{position:fixed;fill:red}</style>', '<style>a{fill:red}</style>'],
    ['<style>@\\69mport "https://x.example/a.css";</style>', ''],
    ['<style>@font-face{src:url(https://x.example/a)}</style>', '<style>@font-face{}</style>'],
    ['<style>a{--x:url(https://x.example/a)}</style>', '<style>a{}</style>'],
    ['<path style="fill:red;mask:url(//x.example/a)"/>', '<path style="fill:red"/>'],
    ['<path style="position:fixed"/>', '<path/>'],
    ['<path fill="a)(" mask="(url(//x.example/a))"/>', '<path/>'],
    ['<style>a{--x:url(#b)}</style>', '<style>a{}</style>'],
    ['<set attributeName="onclick" to="alert(1)"/>', ''],
    ['<path xml:base="https://x.example/" onfocusin="alert(1)"/>', '<path/>'],
    [
      '<path values="url(#a);url(https://x.example/a)" by="src(&quot;//x.example&quot;)"/>',
      '<path/>',
    ],
    ['<path ping="https://x.example/" formaction="x" unknown="1"/>', '<path/>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ''],
    ['<!-- A. Person --><path d=""/>', '<path d=""/>'],
    ['<metadata>A. Person</metadata>', ''],
    ['<title>A\u0001B</title>', '<title>AB</title>'],
  ])('%s', (inside, left) => {
    expect(cleaned(inside)).toBe(left);
  });

  it('scripts hidden in CDATA', () => {
    const left = cleaned('<style><![CDATA[</style><script>alert(1)</script>]]></style>');
    expect(left).not.toMatch(/(?<!CDATA\[[^\]]*)<script/);
  });

  it('its doctype and processing instructions', () => {
    const drawing = clean(
      `<?xml version="1.0"?><?xml-stylesheet href="https://x.example/a.css"?><!DOCTYPE svg [<!ENTITY x "y">]><svg ${SVG}><path d="" xmlns:evil="https://x.example"/></svg>`,
    );
    expect(drawing).toBe(`<svg ${SVG}><path d=""/></svg>\n`);
  });
});

describe('an SVG file', () => {
  it.each([
    ['that is really HTML', '<html><script>alert(1)</script></html>', 'it has no `svg` element'],
    ['that is nested too deep', `<svg>${'<g>'.repeat(5000)}`, 'nested more than 5000 deep'],
    ['whose entities grow', bomb(), 'entities stand for too much text'],
    ['in an unknown encoding', '<?xml version="1.0" encoding="x-none"?><svg/>', 'cannot be read'],
    ['that is packed twice', gzipSync(gzipSync(SCRIPTED)), 'no `svg` element'],
    [
      'whose rules are nested too deep',
      `<svg><style>${'@media x{'.repeat(20_000)}</style></svg>`,
      'cannot be read',
    ],
    ['that shows itself', `<svg ${SVG}><g id="a"><use xlink:href="#a"/></g></svg>`, 'without end'],
    [
      'that shows itself through others',
      `<svg ${SVG}><g id="a"><use href="#b"/></g><g id="b"><path fill="url( '#c' )"/></g><pattern id="c"><use href="#%61"/></pattern></svg>`,
      'without end',
    ],
    ['that doubles', doubling(40, (n) => `<use href="#a${n}"/>`), '500,000 elements'],
    ['that shows a long chain', chain(20_000), '500,000 elements'],
    [
      'that doubles its masks',
      doubling(40, (n) => `<path style="mask: url(#a${n})"/>`),
      '500,000 elements',
    ],
    [
      'that doubles by escapes of CSS',
      doubling(40, (n) => `<path fill="url(\\23 a${n})"/>`),
      '500,000 elements',
    ],
    [
      'that doubles by its rules',
      doubling(
        40,
        (n) => `<path class="b c${n}"/>`,
        masks((n) => `.c${n}`),
      ),
      '500,000 elements',
    ],
    [
      'that doubles by nested rules with escapes',
      doubling(
        40,
        (n) => `<path id="d${n}"/>`,
        `@media all{${masks((n) => `g>path#\\64 ${n}:hover`)}}`,
      ),
      '500,000 elements',
    ],
    [
      'whose rules apply to everything',
      doubling(
        40,
        () => '<path/>',
        masks((n) => `:not(.c${n})`),
      ),
      'without end',
    ],
    ['whose archive is cut', gzipSync(SCRIPTED).subarray(0, 60), 'damaged'],
  ])('%s becomes empty and is named', (_, drawing, reason) => {
    expect(clean(drawing)).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>\n');
    const info = readImage(Buffer.from(drawing), 'a.svg', false);
    const [flaw] = findFlaws(
      { file: { source: 'a.svg', path: '/a.svg', use: undefined }, info, encoded: {} },
      false,
    );
    expect(flaw).toMatchObject({ code: 'image-damaged' });
    expect(flaw?.message).toContain(reason);
  });

  it.each([
    ['in capitals', 'A.SVG', Buffer.from(SCRIPTED)],
    ['packed', 'a.svg', gzipSync(SCRIPTED)],
    ['packed and named so', 'a.svgz', gzipSync(SCRIPTED)],
    ['with a byte order mark', 'a.svg', Buffer.from(`\uFEFF${SCRIPTED}`)],
    [
      'after a comment that looks like a raw photo',
      'a.svg',
      Buffer.from(`<!--ftypcrx -->${SCRIPTED}`),
    ],
    ['in UTF-16', 'a.svg', Buffer.from(`\uFEFF${SCRIPTED}`, 'utf16le')],
    [
      'in UTF-16 with the high byte first',
      'a.svg',
      Buffer.from(`\uFEFF${SCRIPTED}`, 'utf16le').swap16(),
    ],
    ['in UTF-16 without a mark', 'a.svg', Buffer.from(SCRIPTED, 'utf16le')],
    [
      'after a comment that looks like another image',
      'a.svg',
      Buffer.from(`<!--ftypavif-->${SCRIPTED}`),
    ],
    ['of 2,500 nested groups', 'a.svg', nested(2500)],
  ])('%s is cleaned', (_, name, drawing) => {
    expect(readImage(drawing, name, false)).toMatchObject({ type: 'svg', isCleaned: true });
    const published = publishedBytes(drawing, name);
    const text = (name.endsWith('z') ? gunzipSync(published) : published).toString();
    expect(text).not.toContain('alert');
    expect(text).toContain('<path d="M0 0"/>');
    expect(text).toContain('Größe');
  });

  it.each([
    ['doubles a few times', doubling(12, (n) => `<use href="#a${n}"/>`)],
    ['shows a short chain', chain(500)],
    [
      'doubles a few times by rules',
      doubling(
        12,
        (n) => `<path class="c${n}"/>`,
        masks((n) => `.c${n}`),
      ),
    ],
    [
      'fills by rules',
      `<svg ${SVG}><linearGradient id="a"><stop class="b"/></linearGradient><style>.c,g .d{fill:url(#a)}</style>${'<path class="c d" d="M0 0"/>'.repeat(9)}</svg>`,
    ],
    ['names what it lacks', `<svg ${SVG}><use href="#none"/><g id="a"/><use href="#a"/></svg>`],
  ])('that %s stays', (_, drawing) => {
    const { refusal, bytes } = cleanSvg(Buffer.from(drawing));
    expect(refusal).toBe(undefined);
    expect(bytes.length).toBeGreaterThan(drawing.length / 2);
  });

  it('that is cut off is whole again', () => {
    expect(clean(`<svg ${SVG}><g><path d="M0 0"/><set `)).toBe(
      `<svg ${SVG}><g><path d="M0 0"/></g></svg>\n`,
    );
  });

  it('may use entities for what is not markup', () => {
    const drawing = clean(
      `<!DOCTYPE svg [<!ENTITY st "fill:red"><!ENTITY x "<script>alert(1)</script>"><!ENTITY u 'url(//x.example/)'>]><svg ${SVG}><g style="&st;" fill="&u;"/>&x;</svg>`,
    );
    expect(drawing).toBe(`<svg ${SVG}><g style="fill:red"/>&amp;x;</svg>\n`);
  });

  it('in an old encoding keeps its letters', () => {
    const drawing = `<?xml version="1.0" encoding="ISO-8859-1"?><svg ${SVG}><title>Größe</title></svg>`;
    expect(clean(Buffer.from(drawing, 'latin1'))).toContain('<title>Größe</title>');
  });

  it('of any text takes time in proportion', () => {
    const pieces = [
      '<g>',
      '<style>',
      '</g>',
      '<g a="',
      '&x;',
      '<style>a{',
      '<![CDATA[',
      '<script/>',
    ];
    for (const piece of pieces) {
      const before = performance.now();
      cleanSvg(Buffer.from(`<svg>${piece.repeat(1_000_000 / piece.length)}`));
      expect(performance.now() - before, piece).toBeLessThan(5000);
    }
  });

  it('has a size if it declares one', () => {
    expect(read(`<svg ${SVG} viewBox="0 0 30 20"/>`)).toMatchObject({ width: 30, height: 20 });
    expect(read(`<svg ${SVG}/>`)).toMatchObject({ type: 'svg', width: 0 });
  });

  it('of the theme is left unchanged', () => {
    const drawing = Buffer.from(`<svg ${SVG} viewBox="0 0 1 1"><script>go()</script></svg>`);
    expect(readImage(drawing, 'a.svg', true)?.isCleaned).toBe(false);
    expect(readImage(drawing, 'a.svg', false)?.isCleaned).toBe(true);
  });
});
