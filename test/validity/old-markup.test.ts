/** Raw HTML of old editors becomes valid without losing words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type OutputFolder } from '../support/build-site.ts';
import { describeWith } from '../support/describe-with.ts';
import {
  attributes,
  elements,
  lineOf,
  onlyWithClass,
  withClass,
  type Element,
} from '../support/dom.ts';
import { folderWith } from '../support/scratch.ts';
import { htmlValidate, nuChecker } from './judges.ts';

const POST = `---
title: A post of 2006
publishDate: 2006-03-01
---
Hello <a name="top"></a> again, see [the top](#top) or <iframe src="https://www.youtube.com/embed/x" frameborder=0 width="100%" height=300></iframe> this.

<center><font color="red" size=3>Red</font> <tt>teletype</tt> <big>big</big></center>

<p align="right" class="skip-link" style="color:red" onclick="alert(1)">To the right <img src="https://example.org/a.png" border=0 align="left" hspace=4 alt="a"></p>

<table border="1" cellpadding="3" cellspacing="0" width="100%" bgcolor="#fff" summary="x"><caption align="bottom">Votes</caption><tbody><tr valign="top"><td align="RIGHT" nowrap width=20>1</td><td align=center>2</td></tr></tbody></table>

<table align="center" cellpadding="0" cellspacing="0"><tbody><tr><td><a href="https://1.bp.blogspot.com/x/s1600/b" imageanchor="1"><img src="https://example.org/b.png" width="50%" data-src="https://example.org/lazy/b.png"></a></td></tr><tr><td>A caption</td></tr></tbody></table>

<div role="main" tabindex="3" aria-label="Main" id="main">A division</div>
<p role="alert" tabindex="5" aria-hidden="true" id="a b">An alert</p>
<span id="twice">One</span> <span id="twice">two</span> <nav>navigation</nav>
<hr noshade size=1 width=50%>
<br clear="all">
<h2 align="center">Centred</h2>
<h3></h3><h4><img src="https://example.org/c.png"></h4>
<pre width=80>pre <b>bold</b></pre>
<form action="/x"><label for="q">Label</label> <input type="text" name="q"><input type="radio" name="r" id="c1"> tick <button>Go</button></form>

In <center>the <b>middle</b></center> of **a <center>line</center> here** <menu><li>first item<li>second item</menu> and after.

<a href="https://example.org/"><center>A centred link</center></a> <h3>A <main>main</main> heading</h3>

<fieldset><legend>Choice</legend><select><option>red<option>white</select><datalist><option value="blue"></datalist> <input type="image" src="https://example.org/g.png" alt="Donate"></fieldset>

<map name="m"><area href="https://example.org/north" alt="North"></map> <frameset><frame src="https://example.org/frame"></frameset>

Inline <object data="https://example.org/a.mp4"><p>no film</p></object> and <embed src="https://example.org/a.mp3"> and <embed src="https://example.org/a.swf">

<object data="https://example.org/b.swf"><p>Old <img src="https://example.org/h.png" alt="still"> game</p></object> <applet code="Clock.class"><p>A clock</p></applet>

<script src="https://gist.github.com/ada/1.js"></script>

<canvas>Drawn</canvas> <noscript><p>No script</p></noscript> <table><tbody><form><tr><td>1</td><td><center>2</center></td></tr></form></tbody></table>

<xmp><b></xmp> and <listing>listed</listing>

The end of a sentence. ![A picture](https://example.org/d.png)

Press ![the red button](https://example.org/e.png) twice, or ask <a href="https://example.org/"><img src="https://example.org/f.png"></a>.

| a | b |
| --: | :-: |
| 1 | 2 |
`;

describe('markup of old editors', () => {
  let output: OutputFolder;
  let body: Element;

  beforeAll(async () => {
    const content = folderWith({ 'posts/old/index.md': POST });
    output = (await buildSite({ content })).output;
    body = onlyWithClass(output.page('/2006/03/old/'), 'e-content');
  });

  it('becomes valid HTML', async () => {
    expect(await htmlValidate(output)).toEqual([]);
  });

  describeWith(['java'], 'the Nu checker', (java) => {
    it('passes', async () => {
      expect(await nuChecker(java, output)).toEqual([]);
    });
  });

  it('keeps its text', () => {
    for (const words of [
      ...['Red', 'teletype', 'big', 'To the right', 'Votes', 'A caption', 'A division'],
      ...['An alert', 'One two navigation', 'Centred', 'pre bold', 'Label', 'tick Go'],
      ...['In the middle of a line here first item second item and after.', 'A main heading'],
      ...['Choice red, white blue', 'North example.org/frame', 'Old game', 'A clock', 'Drawn'],
    ]) {
      expect(lineOf(body)).toContain(words);
    }
    expect(elements(body, 'img')).toHaveLength(8);
  });

  it("turns an anchor's name into an id", () => {
    expect(attributes(body, 'name')).toEqual([]);
    expect(attributes(body, 'id')).toContain('top');
  });

  it("has unique ids that do not clash with the page's", () => {
    const ids = attributes(output.page('/2006/03/old/'), 'id');
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('aligns with classes', () => {
    expect(attributes(body, 'align')).toEqual([]);
    expect(withClass(body, 'align-right').map(lineOf)).toEqual(['To the right', '1', 'a', '1']);
    expect(withClass(body, 'align-center').map(({ name }) => name)).toEqual([
      'td',
      'h2',
      'th',
      'td',
    ]);
  });

  it('strips classes and roles that imitate the page', () => {
    const roles = elements(body).filter(({ attribs }) => attribs['role'] !== undefined);
    expect(roles.map(({ attribs }) => attribs['class'])).toEqual(Array(3).fill('table-scroll'));
    expect(new Set(attributes(body, 'tabindex'))).toEqual(new Set(['0']));
  });

  it('makes a wide table scrollable by keyboard and names it after its caption', () => {
    const frames = withClass(body, 'table-scroll');
    expect(frames.map(({ attribs }) => attribs['aria-label'])).toEqual(['Votes', 'Table', 'Table']);
    expect(frames.map(({ attribs }) => attribs['tabindex'])).toEqual(['0', '0', '0']);
    expect(elements(body, 'table')).toHaveLength(3);
  });

  it('makes a figure of an image above a caption', () => {
    const [figure, ...others] = elements(body, 'figure');
    expect(others).toEqual([]);
    expect(figure && elements(figure).map(({ name }) => name)).toEqual(['a', 'img', 'figcaption']);
  });

  it('separates images from sentences, but keeps icons inline', () => {
    const pictures = withClass(body, 'picture').map(({ attribs }) => attribs['src']);
    expect(pictures).toEqual(['https://example.org/d.png']);
  });

  it('labels a link around an image without alt text', () => {
    const names = elements(body, 'a').filter(({ children }) =>
      children.some((c) => 'name' in c && c.name === 'img'),
    );
    expect(names.map(({ attribs }) => attribs['aria-label'])).toEqual([
      'Full-size image',
      'Link to example.org',
    ]);
  });

  it('never nests a block in a paragraph', () => {
    const poster = onlyWithClass(body, 'embed');
    expect(poster.parent).toMatchObject({ name: 'p' });
    expect(elements(poster, 'div', 'p', 'figure')).toEqual([]);
    expect(lineOf(poster)).toBe('Embedded content from YouTube youtube.com');
    expect(elements(poster, 'svg')[0]?.attribs).toMatchObject({ width: '100%', height: '300' });
  });
});
