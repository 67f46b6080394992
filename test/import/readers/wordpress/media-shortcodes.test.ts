import { describe, expect, it } from 'vitest';
import { ATTACHMENTS, body, make } from '../../../support/wordpress-body.ts';

const IMG = '<img src="x-300x200.jpg" alt="X" />';

describe('captions', () => {
  it.each([
    [
      `[caption id="attachment_7" align="alignleft" width="300"]${IMG} A <a href="y">rose</a>[/caption]`,
    ],
    [`[caption id="attachment_7" width="300" caption="A <a href='y'>rose</a>"]${IMG}[/caption]`],
    [`[wp_caption width="300"]${IMG}A <a href="y">rose</a>[/wp_caption]`],
  ])('of both forms become figures: %s', (text) => {
    expect(body(`one\n\n${text}\n\ntwo`).replaceAll("'", '"')).toBe(
      `<p>one</p><figure>${IMG}<figcaption>A <a href="y">rose</a></figcaption></figure><p>two</p>`,
    );
  });

  it('keep the link around the picture', () => {
    const picture = `<a href="x.jpg">${IMG}</a>`;
    expect(body(`[caption]${picture} Rose[/caption]`)).toBe(
      `<figure>${picture}<figcaption>Rose</figcaption></figure>`,
    );
  });

  it('split a paragraph around them', () => {
    expect(body(`one [caption]${IMG} Rose[/caption] two`)).toBe(
      `<p>one</p><figure>${IMG}<figcaption>Rose</figcaption></figure><p>two</p>`,
    );
  });

  it('may hold other shortcodes', () => {
    expect(body('[caption width="3" caption="Rose"][video src="/a.mp4"][/caption]')).toContain(
      '<video controls src="/a.mp4"></video>',
    );
  });
});

describe('galleries', () => {
  const first =
    '<figure><img class="wp-image-7" src="https://garden.example/wp-content/uploads/2011/05/a.jpg" alt="Rose"><figcaption>A <em>rose</em></figcaption></figure>';
  const second =
    '<p><img class="wp-image-8" src="https://garden.example/wp-content/uploads/2011/05/b.jpg" alt=""></p>';

  it.each([
    ['[gallery ids="8,7"]', second + first],
    ['[gallery ids=&quot;8, 7&quot;]', second + first],
    ['[gallery ids=“8,7”]', second + first],
    ['[gallery include="7"]', first],
    ['[gallery]', first + second],
    ['[gallery columns="2" exclude="7" /]', second],
    ['[gallery id="99"]', '<p>[gallery id="99"]</p>'],
  ])('show their pictures: %s', (text, expected) => {
    expect(body(text, { attachments: ATTACHMENTS })).toBe(expected);
  });

  it('tell which pictures are not in the export', () => {
    const made = make('[gallery ids="7,77"]', { attachments: ATTACHMENTS });
    expect([...made.shortcodes.missing]).toEqual(['77']);
  });
});

describe('sound and film', () => {
  it.each([
    [
      '[audio src="https://x.example/a.mp3"]',
      '<audio controls src="https://x.example/a.mp3"></audio>',
    ],
    [
      '[audio mp3="/a.mp3" ogg="/a.ogg"][/audio]',
      '<audio controls><source src="/a.mp3"><source src="/a.ogg"></audio>',
    ],
    [
      '[audio https://x.example/a.mp3|titles=A]',
      '<audio controls src="https://x.example/a.mp3"></audio>',
    ],
    [
      '[audio]',
      '<audio controls src="https://garden.example/wp-content/uploads/2011/05/c.mp3"></audio>',
    ],
    [
      '[video width="6" mp4="/a.mp4" poster="/p.jpg"][/video]',
      '<video controls src="/a.mp4" poster="/p.jpg"></video>',
    ],
  ])('become players: %s', (text, expected) => {
    expect(body(text, { attachments: ATTACHMENTS })).toBe(`<p>${expected}</p>`);
  });

  it('in playlists have their titles', () => {
    const song = 'https://garden.example/wp-content/uploads/2011/05/c.mp3';
    expect(body('[playlist ids="9"]', { attachments: ATTACHMENTS })).toBe(
      `<figure><audio controls src="${song}"></audio><figcaption>c.mp3</figcaption></figure>`,
    );
  });

  it('of a podcast are added, unless the body has them', () => {
    const meta = new Map([['enclosure', ['https://x.example/a.mp3\n123\naudio/mpeg\n']]]);
    expect(body('Words.', { meta })).toBe(
      '<p>Words.</p><p><audio controls src="https://x.example/a.mp3"></audio></p>',
    );
    const link = '<a href="http://x.example/a.mp3">a</a>';
    expect(body(link, { meta })).toBe(`<p>${link}</p>`);
  });
});
