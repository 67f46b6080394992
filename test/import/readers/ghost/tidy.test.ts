import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../../../../src/import/body/parse-html.ts';
import { expect, it } from 'vitest';
import { tidyGhost } from '../../../../src/import/readers/ghost/tidy.ts';

function tidy(html: string) {
  const body = parseHtml(html);
  const removed: string[] = [];
  tidyGhost(body, (text, reason) => removed.push(`${reason}: ${text}`));
  return { html: toHtml(body), removed };
}

it.each([
  [
    'a picture has the size of the upload',
    '<figure class="kg-card kg-image-card"><img src="a" class="kg-image" alt="A" width="2000" height="1000"><figcaption>C</figcaption></figure>',
    '<figure class="kg-card kg-image-card"><img src="a" class="kg-image" alt="A" data-original-width="2000" data-original-height="1000"><figcaption>C</figcaption></figure>',
  ],
  [
    'a gallery',
    '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="a" alt=""></div><div class="kg-gallery-image"><a href="x"><img src="b" alt=""></a></div></div></div><figcaption>C</figcaption></figure>',
    '<p><img src="a" alt=""></p><p><a href="x"><img src="b" alt=""></a></p><p>C</p>',
  ],
  [
    'a callout',
    '<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">a <b>b</b></div></div>',
    '<blockquote><p>💡 a <b>b</b></p></blockquote>',
  ],
  [
    'a callout of several paragraphs',
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text"><p>a</p><p>b</p></div></div>',
    '<blockquote><p>💡 a</p><p>b</p></blockquote>',
  ],
  [
    'a callout of a list',
    '<div class="kg-card kg-callout-card"><div class="kg-callout-text"><ul><li>a</li></ul></div></div>',
    '<blockquote><ul><li>a</li></ul></blockquote>',
  ],
  [
    'a toggle',
    '<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">H</h4><button><svg></svg></button></div><div class="kg-toggle-content"><p>a</p></div></div>',
    '<details><summary>H</summary><p>a</p></details>',
  ],
  [
    'a button',
    '<div class="kg-card kg-button-card kg-align-center"><a href="x" class="kg-btn kg-btn-accent">B</a></div>',
    '<p><a href="x">B</a></p>',
  ],
  [
    'sound',
    '<div class="kg-card kg-audio-card"><img class="kg-audio-thumbnail kg-audio-hide"><div class="kg-audio-player-container"><audio src="a.mp3" preload="metadata"></audio><div class="kg-audio-title">T</div><div class="kg-audio-player"><span class="kg-audio-current-time">0:00</span></div></div></div>',
    '<p>T</p><audio src="a.mp3" controls></audio>',
  ],
  [
    'a film',
    '<figure class="kg-card kg-video-card" data-kg-thumbnail="t.jpg"><div class="kg-video-container"><video src="a.mp4" poster="https://img.spacergif.org/v1/1x1"></video><div class="kg-video-overlay"><span>0:00</span></div></div><figcaption>C</figcaption></figure>',
    '<figure><video src="a.mp4" controls poster="t.jpg"></video><figcaption>C</figcaption></figure>',
  ],
  [
    'a file',
    '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="a.pdf"><div class="kg-file-card-contents"><div class="kg-file-card-title">T</div><div class="kg-file-card-caption">C</div><div class="kg-file-card-metadata"><div class="kg-file-card-filename">a.pdf</div><div class="kg-file-card-filesize">3 MB</div></div></div></a></div>',
    '<p><a href="a.pdf">T</a><br>C<br>a.pdf · 3 MB</p>',
  ],
  [
    'a product',
    '<div class="kg-card kg-product-card"><div class="kg-product-card-container"><img src="a" alt="" class="kg-product-card-image"><div class="kg-product-card-title-container"><h4 class="kg-product-card-title">T</h4></div><div class="kg-product-card-rating"><svg></svg></div><div class="kg-product-card-description"><p>D</p></div><a href="x" class="kg-product-card-button"><span>Buy</span></a></div></div>',
    '<p><img src="a" alt="" class="kg-product-card-image"></p><h4>T</h4><p>D</p><p><a href="x">Buy</a></p>',
  ],
  [
    'a header',
    '<div class="kg-card kg-header-card" data-kg-background-image="a"><h2 class="kg-header-card-header">H</h2><h3 class="kg-header-card-subheader">S</h3><a href="x" class="kg-header-card-button">B</a></div>',
    '<p><img src="a" alt=""></p><h2>H</h2><p>S</p><p><a href="x">B</a></p>',
  ],
])('%s', (_, html, expected) => {
  expect(tidy(html)).toEqual({ html: expected, removed: [] });
});

it('a link card keeps its words, without its pictures', () => {
  expect(
    tidy(
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="i"><span class="kg-bookmark-author">A</span><span class="kg-bookmark-publisher">P</span></div></div><div class="kg-bookmark-thumbnail"><img src="t"></div></a><figcaption>C</figcaption></figure>',
    ),
  ).toEqual({
    html: '<p><strong><a href="x">T</a></strong><br>D<br>P · A</p><p>C</p>',
    removed: ['a picture of a link card: i', 'a picture of a link card: t'],
  });
});

it('a form to subscribe is removed', () => {
  expect(
    tidy(
      '<p>a</p><div class="kg-card kg-signup-card"><form><h2>Join</h2><p>Now</p><button>Go</button></form></div>',
    ),
  ).toEqual({ html: '<p>a</p>', removed: ['a form to subscribe: Join Now Go'] });
});
