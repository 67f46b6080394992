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

function other(id: string, type: string): string {
  return wxrPost({ title: `Title ${id}`, 'wp:post_id': id, 'wp:post_type': type });
}

describe('other items', () => {
  it('are left out, by reason', async () => {
    const items = await readWxr(
      wxr([
        other('1', 'nav_menu_item'),
        other('2', 'revision'),
        other('3', 'product'),
        other('4', 'feedback'),
        other('5', 'wp_global_styles'),
      ]),
    );
    expect(leftOut(items)).toEqual([
      'entries of menus: Title 1',
      'earlier versions of texts: Title 2',
      'items of the type "product": Title 3',
      'messages from contact forms: number 4',
      'styles of the theme: Title 5',
    ]);
    expect(entriesIn(items)).toEqual([]);
  });

  it('are never posts, such as pictures', async () => {
    const items = await readWxr(wxr([wxrAttachment('7', 'https://garden.example/a.jpg')]));
    expect(entriesIn(items)).toEqual([]);
  });
});

describe('notices', () => {
  it('name what to look at in a body, with its place', async () => {
    const items = await readWxr(
      wxr([
        wxrPost({
          'content:encoded':
            '[box a="1"]x[/box] [gallery ids="99"] [archives] [member]y[/member]\n<!-- wp:rss /-->',
        }),
      ]),
    );
    expect(notices(items)).toEqual([
      'Shortcodes of plugins stay as text: box, gallery. Replace them by what they showed.',
      'Shortcodes that only WordPress can fill in were left out: archives. See whether readers miss them.',
      'The export lacks pictures or files of a gallery, with these ids: 99. Export all content, with its media, or add them by hand.',
      'Blocks that only WordPress can fill in were left out: rss. See whether readers miss them.',
      'Part of the text was for members alone (member), so it is not published. Take out what is not for everybody before you publish it.',
    ]);
    expect(items.find(({ type }) => type === 'notice')).toMatchObject({
      place: { file: 'export.xml', line: 16 },
    });
  });
});
