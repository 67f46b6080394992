import { describe, expect, it } from 'vitest';
import {
  entriesIn,
  leftOut,
  notices,
  readWxr,
  wxr,
  wxrAttachment,
  wxrPost,
} from '../../../support/wxr.ts';

describe('damaged exports', () => {
  it('with noise of PHP, control characters and `]]>` in texts', async () => {
    const xml = wxr([
      wxrPost({ title: 'A\u0003B', 'content:encoded': 'x[y[1]]> 2\n\n<b>bold</b>' }),
      wxrPost({ 'wp:post_id': '15', title: 'Next' }),
    ]);
    const items = await readWxr(`\n<br />\n<b>Notice</b>: x<br />\n${xml}<br />\n<b>Notice</b>`);
    expect(
      entriesIn(items).map(({ title, body }) => [title, body.text.replaceAll('\n', '')]),
    ).toEqual([
      ['AB', '<p>x[y[1]]> 2</p><p><b>bold</b></p>'],
      ['Next', '<p>Words.</p>'],
    ]);
    expect(entriesIn(items)[0]?.place.line).toBe(19);
  });

  it('that are cut give what they have; the last text is not published', async () => {
    const xml = wxr([wxrPost({ 'wp:post_id': '1' }), wxrPost({ 'wp:post_id': '2' })]);
    const items = await readWxr(xml.slice(0, xml.lastIndexOf('<wp:post_type>')));
    expect(entriesIn(items).map(({ id, status }) => [id, status])).toEqual([
      ['1', 'public'],
      ['2', 'unknown'],
    ]);
    expect(notices(items)).toEqual([
      'The file ends in the middle of this text, so it is not published. Export the blog again.',
      'The file has no end: it was cut, or its export stopped. Export the blog again, in parts if it is large.',
    ]);
  });

  it('with other prefixes of the namespaces', async () => {
    const xml = wxr([wxrPost()])
      .replaceAll('wp:', 'w:')
      .replace('xmlns:wp', 'xmlns:w')
      .replaceAll('content:encoded', 'c:encoded')
      .replace('xmlns:content', 'xmlns:c');
    expect(entriesIn(await readWxr(xml))).toMatchObject([
      { id: '14', authors: ['Rosa & Co'], body: { text: '<p>Words.</p>' } },
    ]);
  });

  it('of several days give the newest copy of each item', async () => {
    const old = { 'wp:post_modified_gmt': '2012-01-01 00:00:00', title: 'Old' };
    const now = { 'wp:post_modified_gmt': '2013-01-01 00:00:00', title: 'New' };
    for (const [first, second] of [
      [old, now],
      [now, old],
    ]) {
      const items = await readWxr({
        '1.xml': wxr([wxrPost(first)]),
        '2.xml': wxr([wxrPost(second)]),
      });
      expect(entriesIn(items).map(({ title }) => title)).toEqual(['New']);
      expect(leftOut(items)).toEqual(['older copies of the same item: number 14']);
    }
  });

  it('in parts find their pictures in each other', async () => {
    const items = await readWxr({
      '1.xml': wxr([wxrPost({ 'content:encoded': '[gallery ids="7"]' })]),
      '2.xml': wxr([wxrAttachment('7', 'https://garden.example/a.jpg')]),
    });
    expect(entriesIn(items)[0]?.body.text).toContain('src="https://garden.example/a.jpg"');
  });
});
