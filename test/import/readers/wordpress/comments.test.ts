import { describe, expect, it } from 'vitest';
import { commentsIn, leftOut, readWxr, wxr, wxrAttachment, wxrPost } from '../../../support/wxr.ts';

function comment(id: string, parts: Readonly<Record<string, string>> = {}): string {
  const all: Readonly<Record<string, string>> = {
    author: 'Tom &amp; Co',
    author_email: 'tom@secret.example',
    author_url: 'https://tom.example/',
    author_IP: '10.1.2.3',
    date: '2011-05-02 14:00:00',
    date_gmt: '2011-05-02 12:00:00',
    content: 'Nice.',
    approved: '1',
    type: '',
    parent: '0',
    ...parts,
  };
  const elements = Object.entries(all).map(
    ([name, value]) => `<wp:comment_${name}><![CDATA[${value}]]></wp:comment_${name}>`,
  );
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id>${elements.join('')}<wp:commentmeta><wp:meta_key>akismet_history</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:commentmeta></wp:comment>`;
}

function read(...comments: string[]) {
  return readWxr(wxr([wxrPost({ xml: comments.join('\n') })]));
}

describe('comments', () => {
  it('keep name, site, time, thread and anchor, and nothing else', async () => {
    const items = await read(comment('5'), comment('6', { parent: '5', author_url: '' }));
    expect(commentsIn(items)).toMatchObject([
      {
        id: '5',
        entry: '14',
        anchor: 'comment-5',
        author: 'Tom & Co',
        url: 'https://tom.example/',
        published: '2011-05-02T14:00:00+02:00',
        html: '<p>Nice.</p>',
      },
      { id: '6', replyTo: '5' },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secret|10\.1\.2\.3|akismet/);
  });

  it('that were not shown are left out, by reason', async () => {
    const items = await read(
      comment('1', { approved: '0' }),
      comment('2', { approved: 'spam' }),
      comment('3', { approved: 'trash' }),
      comment('4', { approved: 'post-trashed' }),
      comment('5', { type: 'pingback' }),
      comment('6', { type: 'note' }),
      comment('7', { parent: '2' }),
      comment('8', { type: 'comment' }),
    );
    expect(leftOut(items)).toEqual([
      'comments that wait for approval: comment 1 on "Roses"',
      'comments marked as spam: comment 2 on "Roses"',
      'comments in the trash: comment 3 on "Roses"',
      'comments on posts in the trash: comment 4 on "Roses"',
      'pingbacks and trackbacks of other sites: comment 5 on "Roses"',
      'comments of the kind "note": comment 6 on "Roses"',
    ]);
    expect(commentsIn(items).map(({ id, replyTo }) => [id, replyTo])).toEqual([
      ['7', undefined],
      ['8', undefined],
    ]);
  });

  it.each([
    ['one\n\ntwo\nthree', '<p>one</p><p>two<br />three</p>'],
    [
      'see https://x.example/a_(b). And <a href="https://y.example">https://y.example</a>!',
      '<p>see <a href="https://x.example/a_(b)">https://x.example/a_(b)</a>. And <a href="https://y.example">https://y.example</a>!</p>',
    ],
    [
      '(https://x.example/a?b=1&amp;c=2)',
      '<p>(<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>)</p>',
    ],
  ])('have paragraphs and links: %j', async (content, html) => {
    const [first] = commentsIn(await read(comment('1', { content })));
    expect(first?.html.replaceAll('\n', '')).toBe(html);
  });

  it.each([
    ['http://', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:tom@secret.example', undefined],
    ['https://tom:pass@x.example/', undefined],
    ['http://x.example/?a=1&amp;b=2', 'http://x.example/?a=1&b=2'],
  ])('by someone with the site %s', async (url, expected) => {
    const [first] = commentsIn(await read(comment('1', { author_url: url })));
    expect(first?.url).toBe(expected);
  });

  it('by someone whose name is a mail address do not tell it', async () => {
    const [first] = commentsIn(await read(comment('1', { author: 'tom@secret.example' })));
    expect(first?.author).toBe('tom');
  });

  it('on the page of a picture belong to its post', async () => {
    const items = await readWxr(
      wxr([wxrPost(), wxrAttachment('7', 'https://garden.example/a.jpg', { xml: comment('5') })]),
    );
    expect(commentsIn(items)).toMatchObject([{ id: '5', entry: '14' }]);
  });
});
