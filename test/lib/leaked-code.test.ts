/** Which code in a text nobody meant to publish. */
import { describe, expect, it } from 'vitest';
import { LINE_BREAK, leakedRanges } from '../../src/lib/leaked-code.ts';

function leaked(text: string): string[] {
  return leakedRanges(text).map(({ start, end }) => text.slice(start, end));
}

const SHEET =
  'h1 { color: red } h2 { color: red }h3 { color: red } p, li { } body { padding-top : 1in; }';
const LOADER =
  '!function(d,s,id){var js,o=d.getElementsByTagName(s)[0];js=d.createElement(s);js.id=id;o.parentNode.insertBefore(js,o)}(document,"script","w");';

describe('code that an editor left in a text', () => {
  it.each([
    [
      'the text editor of macOS',
      "p.p1 {margin: 0.0px; font: 12.0px 'Helvetica'} span.s1 {color: #454545}",
    ],
    ['a spreadsheet', 'td {border: 1px solid #ccc;}br {mso-data-placement:same-cell;}'],
    ['a word processor', 'p { margin-bottom: 0.1in }a:link { color: blue; so-language: zxx }'],
    ['Blogger', 'table { border: 0 } table:not(.tr-caption-container) { min-width: 100%; }'],
    ['a highlighter', 'td.linenos { color: inherit } .hl .c { color: #080 } /* Comment */'],
    [
      'a comment for Word',
      '<!-- /* Font Definitions */ @font-face {font-family: "Arial"; panose-1: 2 4} -->',
    ],
    ['a whole stylesheet on a line', SHEET],
    ['a script that loads another one', LOADER],
    [
      'jQuery',
      'jQuery(document).ready(function($){ $("#slider").slick({ dots: true, arrows: false }); });',
    ],
    ['an advertisement', '(adsbygoogle = window.adsbygoogle || []).push({});'],
  ])('comes from %s', (_source, code) => {
    expect(leaked(code)).toEqual([code]);
    expect(leaked(`${code} Words of the post.`)).toEqual([code]);
    expect(leaked(`Words.${LINE_BREAK} ${code}${LINE_BREAK}More.`)).toEqual([code]);
  });

  it('ends where the words begin, also after brackets in quotes', () => {
    const code = LOADER.replace('"w"', '"w)}"');
    expect(leaked(`${code} The results (of 2018); see below.`)).toEqual([code]);
  });
});

describe('code that a writer shows', () => {
  it.each([
    ['a rule', 'p { margin: 0; }'],
    ['a few rules', 'p { margin: 0; } a { color: red; } li { list-style: none; }'],
    ['a sheet in lines', SHEET.replaceAll('}', '}\n')],
    ['a sheet in lines of HTML', SHEET.replaceAll('}', `}${LINE_BREAK}`)],
    ['a function', 'function load() { return document.getElementById("a").innerHTML; }'],
    ['a script in lines', LOADER.replaceAll('{', '{\n')],
    ['a sheet within a sentence', `The editor wrote ${SHEET} into the text.`],
    [
      'a class of an editor within a sentence',
      'Cocoa writes p.p1 {margin: 0.0px} before each text.',
    ],
    ['a script within a sentence', `Remove ${LOADER} from the page.`],
    [
      'a sheet without its end',
      "p.p1 {margin: 0.0px; font: 12.0px 'Helvetica'; and so on, for many words.",
    ],
    ['Python', 'f = lambda x: {x: 1}; d = {"color": "red"}; s = {1, 2}; t = {}; u = {3}'],
    ['JSON', '{ "margin": "0", "list": [{ "color": "red" }, { "color": "blue" }, {}, {}] }'],
    ['a template', '{% if a %}{{ a }}{% endif %}{{ b }}{{ c }}{{ d }}'],
    ['a formula', '\\frac{a}{b} = \\sqrt{c} + {d} * {e}'],
    ['a comment', '<!-- keep this note -->'],
  ])('is %s', (_what, text) => {
    expect(leaked(text)).toEqual([]);
  });
});
