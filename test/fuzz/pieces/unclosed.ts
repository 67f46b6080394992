/** What is never closed, or closes itself. */
import { piece, verbatim, type Piece } from './piece.ts';

/** What hides or folds must not take the rest with it. */
const UNCLOSED_HTML: readonly Piece[] = [
  ...[
    ...[
      'a href="https://example.org/"',
      'applet code=x',
      'audio src="https://example.org/a.mp3" controls',
      'b',
    ],
    ...[
      'button',
      'canvas width=3',
      'center',
      'code',
      'details',
      'details open',
      'dialog',
      'div class="x"',
      'font color=red',
    ],
    ...[
      'form action="https://example.org/"',
      'frameset cols="1,2"',
      'iframe src="https://example.org/"',
      'map name=x',
      'marquee',
    ],
    ...[
      'math',
      'noembed',
      'noframes',
      'noscript',
      'object data="https://example.org/a.pdf"',
      'plaintext',
      'pre',
      'rp',
      'ruby',
    ],
    ...[
      'script',
      'script src="https://example.org/x.js"',
      'select',
      'span class=x',
      'style',
      'svg width=1',
      'table',
      'template',
    ],
    ...[
      'textarea rows=3',
      'title',
      'ul',
      'video src="https://example.org/a.mp4" controls',
      'video',
      'xmp',
      'optgroup label=x',
    ],
  ].flatMap((tag) => [
    piece('unclosed block', `<${tag}>\n\n§`, 'any'),
    piece('unclosed element', `§ <${tag}> §\n\n§`, ',any,any'),
    piece('unclosed element', `- §\n- <${tag}>§\n- §`, 'any'),
  ]),
  piece('unclosed media', '<video src="https://example.org/a.mp4" controls>\n\n§'),
  piece('unclosed media', '<audio controls>\n<source src="https://example.org/a.mp3">\n\n§'),
  piece(
    'unclosed media',
    '§ <video controls width=3 src="https://example.org/a.mp4"> §\n\n## §',
    ',,h',
  ),
  piece(
    'self-closed block',
    '<video src="https://example.org/a.mp4" controls />\n\n§\n\n## §',
    ',h',
  ),
  piece('self-closed block', '<div/>\n\n§\n\n*§*', ',em'),
  piece('self-closed block', '<details/>\n\n§'),
  piece('self-closed block', '<pre/>\n\n§ *§*', ',em'),
  piece(
    'self-closed block',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" />\n\n§ *§*',
    ',em',
  ),
  piece('self-closed block', '<script async src="https://example.org/x.js"/>\n\n§ *§*', ',em'),
  piece(
    'self-closed block',
    '<object data="https://example.org/x.swf" width="3"/>\n\n§ *§*',
    ',em',
  ),
  piece('unclosed table', '<table><tr><td>§\n<td>§\n\n§', 'any'),
  piece('unclosed list', '<ul>\n<li>§\n\n§', 'any'),
  piece('unclosed quote', 'see <a href="https://example.org/§>page</a> §', 'any,any'),
  piece('unclosed quote', '<img src="a.png alt=§> §', 'any'),
  piece('unclosed quote', '<b title="§>§</b> §\n\n§', 'any,any,any,'),
  piece('unclosed quote', "<p class='x>§</p>\n\n§", 'any,'),
  ...verbatim('unclosed tag', '<a href="https://example.com/', '<b §', '<img src=§', '<div'),
].map((unclosed) => ({ ...unclosed, isAside: true }));

const UNCLOSED_TEXT: readonly Piece[] = [
  '<!-- more --\n\n§\n\n## §',
  '<!-- §\n\n§\n\n## §',
  '- §\n- <!-- §\n- §\n\n## §',
  '<!– § –>\n\n§\n\n## §',
  '<!-- § -- >\n\n§\n\n## §',
  '<!DOCTYPE note [\n\n§\n\n## §',
  '<!DOCTYPE html>\n§\n\n## §',
  '<!ENTITY § "§\n\n## §',
  '<?php\n§\n\n§ *§*\n\n## §',
  '<?xml version="1.0"?>\n<§/>\n\n## §',
  '<![CDATA[\n§\n\n§\n\n## §',
  '<!§\n\n§>\n\n## §',
].map((markdown) => {
  const words = markdown.split('§').length - 1;
  return piece('text that looks like a block of HTML', markdown, `${'any,'.repeat(words - 1)}h`);
});

export const UNCLOSED: readonly Piece[] = [...UNCLOSED_HTML, ...UNCLOSED_TEXT];
