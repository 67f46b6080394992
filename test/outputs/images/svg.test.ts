/** Cleaning of SVG files. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../src/outputs/images/svg.ts';
import type { ImageInfo } from '../../../src/site/image-model.ts';
import { publishedBytes, readImage } from '../../../src/outputs/images/read-image.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function read(text: string): ImageInfo | undefined {
  return readImage(Buffer.from(text), 'a.svg', false);
}

/** What is inside a drawing when it was cleaned. */
function cleaned(inside: string): string {
  return (
    /^<svg[^>]*?(?:\/>|>([^]*)<\/svg>)\n$/.exec(
      cleanSvg(`<svg ${SVG}>${inside}</svg>`) ?? 'refused',
    )?.[1] ?? ''
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
    ['<style>@font-face{src:url(https://x.example/a)}</style>', ''],
    ['<style>a{--x:url(https://x.example/a)}</style>', '<style>a{}</style>'],
    ['<path style="fill:red;mask:url(//x.example/a)"/>', '<path style="fill:red"/>'],
    ['<path style="position:fixed"/>', '<path/>'],
    ['<path to="url(#a);url(https://x.example/a)" by="src(&quot;//x.example&quot;)"/>', '<path/>'],
    ['<path ping="https://x.example/" formaction="x" unknown="1"/>', '<path/>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ''],
    ['<!-- A. Person --><path d=""/>', '<path d=""/>'],
    ['<metadata>A. Person</metadata>', ''],
  ])('%s', (inside, left) => {
    expect(cleaned(inside)).toBe(left);
  });

  it('scripts hidden in CDATA', () => {
    const left = cleaned('<style><![CDATA[</style><script>alert(1)</script>]]></style>');
    expect(left).not.toMatch(/(?<!CDATA\[[^\]]*)<script/);
  });

  it('its doctype and processing instructions', () => {
    const drawing = cleanSvg(
      `<?xml version="1.0"?><?xml-stylesheet href="https://x.example/a.css"?><!DOCTYPE svg [<!ENTITY x "y">]><svg ${SVG}><path d="" xmlns:evil="https://x.example"/></svg>`,
    );
    expect(drawing).toBe(`<svg ${SVG}><path d=""/></svg>\n`);
  });
});

const EMPTY = '<svg xmlns="http://www.w3.org/2000/svg"/>\n';

describe('an SVG file', () => {
  it.each([
    ['is really HTML', '<html><script>alert(1)</script></html>'],
    ['is nested too deep', `<svg ${SVG}>${'<g>'.repeat(2500)}<script>alert(1)</script>`],
    [
      'has rules that are nested too deep',
      `<svg ${SVG}><style>${'@media x{'.repeat(20_000)}</style><script>alert(1)</script></svg>`,
    ],
    ['is in another encoding', Buffer.from(`\ufeff<svg ${SVG}/>`, 'utf16le')],
    ['is packed', gzipSync(`<svg ${SVG}><script>alert(1)</script></svg>`)],
  ])('that %s becomes empty, and says so', (_, content) => {
    const bytes = Buffer.from(content);
    expect(publishedBytes(bytes, 'D.SVG').toString()).toBe(EMPTY);
    expect(readImage(bytes, 'D.SVG', false)).toMatchObject({ isCleaned: true, isRefused: true });
  });

  it('keeps elements that are nested as deep as programs draw them', () => {
    const drawing = `<svg ${SVG}>${'<g>'.repeat(250)}${'</g>'.repeat(250)}</svg>\n`;
    expect(publishedBytes(Buffer.from(drawing), 'd.svg').toString()).toContain('<g/>');
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
