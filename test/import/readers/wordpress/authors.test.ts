import { describe, expect, it } from 'vitest';
import { entriesIn, readWxr, wxr, wxrPost } from '../../../support/wxr.ts';

describe('authors', () => {
  it('have the names that readers saw, and no mail address', async () => {
    const items = await readWxr(
      wxr(
        [
          wxrPost({ 'dc:creator': 'anna@mail.example' }),
          wxrPost({ 'wp:post_id': '2', 'dc:creator': 'old@mail.example' }),
          wxrPost({ 'wp:post_id': '3', 'dc:creator': 'Only a name' }),
        ],
        `<title>G</title><wp:author><wp:author_login>anna@mail.example</wp:author_login><wp:author_email>anna@mail.example</wp:author_email><wp:author_first_name>Anna</wp:author_first_name><wp:author_last_name>A</wp:author_last_name></wp:author>`,
      ),
    );
    expect(entriesIn(items).map(({ authors }) => authors)).toEqual([
      ['Anna A'],
      ['old'],
      ['Only a name'],
    ]);
    expect(JSON.stringify(items)).not.toContain('mail.example');
    expect(items.filter(({ type }) => type === 'author')).toContainEqual({
      type: 'author',
      name: 'Anna A',
      legacyUrls: [],
    });
  });

  it('of Co-Authors Plus come in order, each once', async () => {
    const [entry] = entriesIn(
      await readWxr(
        wxr([
          wxrPost({
            xml: `<category domain="author" nicename="cap-guest"><![CDATA[guest]]></category>
              <category domain="author" nicename="cap-rosa"><![CDATA[rosa]]></category>
              <category domain="author" nicename="rosa"><![CDATA[rosa]]></category>`,
          }),
          wxrPost({
            title: 'A Guest',
            'wp:post_id': '30',
            'wp:post_type': 'guest-author',
            'wp:post_name': 'cap-guest',
          }),
        ]),
      ),
    );
    expect(entry?.authors).toEqual(['A Guest', 'Rosa & Co']);
  });
});
