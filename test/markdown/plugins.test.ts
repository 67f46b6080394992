/** Plug-ins become what shows the same today, or a problem says what is missing. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

const YOUTUBE = 'https://www.youtube-nocookie.com/embed';
const VIMEO = 'https://player.vimeo.com/video';
const DAILYMOTION = 'https://www.dailymotion.com/embed/video';

describe('the address of an old player', () => {
  it.each([
    ['http://www.youtube.com/v/Ab-1_2', `${YOUTUBE}/Ab-1_2?autoplay=1`],
    ['http://www.youtube.com/v/Ab12&hl=en&fs=1', `${YOUTUBE}/Ab12?autoplay=1`],
    ['//youtube.com/v/Ab12?fs=1&start=90', `${YOUTUBE}/Ab12?start=90&autoplay=1`],
    ['https://www.youtube-nocookie.com/v/Ab12', `${YOUTUBE}/Ab12?autoplay=1`],
    ['https://www.youtube.com/embed/Ab12?rel=0', `${YOUTUBE}/Ab12?rel=0&autoplay=1`],
    ['https://www.youtube.com/watch?x=1&v=Ab12&t=30s', `${YOUTUBE}/Ab12?start=30&autoplay=1`],
    ['https://youtu.be/Ab12?t=1m', `${YOUTUBE}/Ab12?start=60&autoplay=1`],
    ['https://m.youtube.com/shorts/Ab12', `${YOUTUBE}/Ab12?autoplay=1`],
    ['http://www.youtube.com/p/8E7B', `${YOUTUBE}/videoseries?list=PL8E7B&autoplay=1`],
    ['http://vimeo.com/moogaloop.swf?show=1&clip_id=12', `${VIMEO}/12?dnt=1&autoplay=1`],
    ['http://vimeo.com/12', `${VIMEO}/12?dnt=1&autoplay=1`],
    ['https://vimeo.com/12/ab34', `${VIMEO}/12?h=ab34&dnt=1&autoplay=1`],
    ['https://player.vimeo.com/video/12?h=ab', `${VIMEO}/12?h=ab&dnt=1&autoplay=1`],
    ['http://www.dailymotion.com/swf/x1ab', `${DAILYMOTION}/x1ab?autoplay=1`],
    ['http://www.dailymotion.com/swf/video/x1ab', `${DAILYMOTION}/x1ab?autoplay=1`],
    ['https://dai.ly/x1ab', `${DAILYMOTION}/x1ab?autoplay=1`],
    [
      'http://player.soundcloud.com/player.swf?auto=1&url=https%3A%2F%2Fapi.example%2F7',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.example%2F7',
    ],
    ['http://www.archive.org/embed/garden', 'https://archive.org/embed/garden'],
  ])('%s becomes an embed', async (address, frame) => {
    const { document, codes } = await render(
      `Watch:\n\n<object width="40" height="30" data="${address}"></object>\n\n*End*`,
    );
    const [embed] = elements(document, 'iframe');
    expect(embed?.attribs).toMatchObject({ src: frame, width: '40', height: '30' });
    expect(lineOf(document)).toBe('Watch: End');
    expect(codes).toEqual([]);
  });

  it.each([
    '<object><param name="movie" value="ADDRESS"><embed src="ADDRESS"></embed></object>',
    '<object classid="clsid:D27C"><param name="Src" value="ADDRESS"></object>',
    '<object data="old.swf"><object data="ADDRESS"></object></object>',
    '<embed src="ADDRESS">',
    '<embed src="player.swf" flashvars="file=ADDRESS&amp;skin=dark.swf">',
    '<iframe src="ADDRESS"></iframe>',
    '<iframe src="about:blank" data-src="ADDRESS"></iframe>',
  ])('is found once in %s', async (html) => {
    const { document, codes } = await render(html.replaceAll('ADDRESS', 'http://youtu.be/Ab12'));
    expect(attributes(document, 'src')).toEqual([`${YOUTUBE}/Ab12?autoplay=1`]);
    expect(codes).toEqual([]);
  });

  it.each([
    [
      'http://d1.scribdassets.com/ScribdViewer.swf?document_id=12&page=1',
      'https://www.scribd.com/document/12',
    ],
    [
      'http://static.slidesharecdn.com/swf/ssplayer2.swf?doc=x&stripped_title=on-roses&userName=ada',
      'https://www.slideshare.net/ada/on-roses',
    ],
    ['https://x.example/plan.pdf', 'https://x.example/plan.pdf'],
  ])('%s becomes a link', async (address, href) => {
    const { document, codes } = await render(`<embed src="${address}">`);
    expect(attributes(document, 'href')).toEqual([href]);
    expect(lineOf(document)).toBe(href.replace('https://', ''));
    expect(codes).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    ['<embed src="https://x.example/a.mp3">', 'audio'],
    ['<embed src="https://x.example/a?id=1" type="audio/mpeg">', 'audio'],
    ['<bgsound src="https://x.example/a.ogg">', 'audio'],
    ['<embed src="p.swf?soundFile=https%3A%2F%2Fx.example%2Fa.mp3">', 'audio'],
    ['<object><param name="FileName" value="https://x.example/a.mp4"></object>', 'video'],
    ['<object data="https://x.example/a.MOV"></object>', 'video'],
    ['<object data="https://x.example/a.svg" type="image/svg+xml"></object>', 'img'],
  ])('%s is shown by an element %s', async (html, name) => {
    const { document, codes } = await render(`${html}\n\n*after*`);
    const players = elements(document, 'audio', 'video', 'img');
    expect(players.map((player) => player.name)).toEqual([name]);
    expect(players[0]?.attribs['src']).toMatch(/^https:\/\/x\.example\/a/);
    expect('controls' in (players[0]?.attribs ?? {})).toBe(name !== 'img');
    expect(elements(document, 'em').map(lineOf)).toEqual(['after']);
    expect(codes).toEqual([]);
  });

  it('beside the post is published', async () => {
    const { files } = await render('<embed src="song.mp3">', { files: ['song.mp3'] });
    expect(files).toEqual(['song.mp3']);
  });

  it('in a link becomes its text', async () => {
    const { document } = await render('<a href="#x"><embed src="https://x.example/a.mp3"></a>');
    expect(elements(document, 'audio')).toEqual([]);
    expect(elements(document, 'a').map(lineOf)).toEqual(['x.example/a.mp3']);
  });

  it('keeps what the object holds for browsers that cannot play it', async () => {
    const { document } = await render(
      '<object data="https://x.example/a.mp4">See <a href="#x">the file</a></object>',
    );
    expect(elements(document, 'video').map(lineOf)).toEqual(['See the file']);
    expect(attributes(document, 'href')).toEqual(['#x']);
  });
});

describe('a plug-in', () => {
  it.each([
    ['<object data="https://x.example/a.swf"></object>', 'x.example/a.swf'],
    ['<object data="https://x.example/a.swf" title="A game"></object>', 'A game'],
    ['<object data="https://x.example/a.swf"><p>The game</p></object>', 'The game'],
    ['<embed src="https://x.example/a.swf">', 'x.example/a.swf'],
  ])('becomes a link to its address, with a warning: %s', async (html, text) => {
    const { document, problems } = await render(html);
    expect(elements(document, 'a').map(lineOf)).toEqual([text]);
    expect(attributes(document, 'href')).toEqual(['https://x.example/a.swf']);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'embed-replaced', near: 'https://x.example/a.swf' },
    ]);
  });

  it('keeps an image that it holds, and a link beside it', async () => {
    const { document } = await render(
      '<object data="https://x.example/a.swf"><param name="movie" value="https://x.example/a.swf">' +
        '<embed src="https://x.example/a.swf"><img src="https://x.example/a.png" alt="Roses"> in May</object>',
    );
    expect(attributes(document, 'alt')).toEqual(['Roses']);
    expect(lineOf(document)).toBe('in May x.example/a.swf');
  });

  it.each([
    ['<object classid="clsid:D27C"></object>', ''],
    ['<object data="javascript:alert(1)"></object>', ''],
    ['<applet code="Clock.class">A clock</applet>', 'A clock'],
    ['<object class="BLOG_video_class" contentid="df8c"></object>', ''],
    ['<object class="BLOG_video_class" contentid="df8c">My film</object>', 'My film'],
  ])('without an address is reported; its words stay: %s', async (html, text) => {
    const { document, problems } = await render(`${html}\n\nafter`);
    expect(lineOf(document)).toBe(`${text} after`.trim());
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(html).toContain(problems[0]?.near);
  });

  it('without an address needs no report if it holds something else', async () => {
    const { document, codes } = await render('<object>Words</object>');
    expect(lineOf(document)).toBe('Words');
    expect(codes).toEqual([]);
  });

  it('with a file that is not beside the post does not lead to a host of that name', async () => {
    const { document, codes } = await render('<embed src="game.swf">');
    expect(attributes(document, 'href')).toEqual(['game.swf']);
    expect(codes).toEqual(['embed-replaced']);
  });

  it('for which an embed stands reports the words in it', async () => {
    const { problems } = await render(
      '<object data="http://youtu.be/Ab12">Install the plug-in</object>',
    );
    expect(problems).toMatchObject([{ code: 'html-dropped', near: 'Install the plug-in' }]);
  });

  it('in a player leaves its own words only', async () => {
    const { document, codes } = await render(
      '<video src="https://x.example/a.mp4"><object data="a.swf">No film</object></video>',
    );
    expect(elements(document, 'video').map(lineOf)).toEqual(['No film']);
    expect(elements(document, 'a')).toEqual([]);
    expect(codes).toEqual([]);
  });
});

describe('a film of Blogger', () => {
  it('in an object is reported with its id', async () => {
    const { problems } = await render(
      '<object class="BLOG_video_class" contentid="df8c"><param name="movie" value="http://www.youtube.com/get_player"></object>',
    );
    expect(problems).toMatchObject([{ code: 'embed-blogger', severity: 'warning', near: 'df8c' }]);
    expect(problems[0]?.message).toContain('df8c');
  });

  it('in a frame becomes a link, with a warning', async () => {
    const address = 'https://www.blogger.com/video.g?token=AD6v';
    const { document, codes } = await render(`<iframe src="${address}"></iframe>`);
    expect(attributes(document, 'href')).toEqual([address]);
    expect(lineOf(document)).toBe('Embedded content from Blogger');
    expect(codes).toEqual(['embed-blogger']);
  });
});
