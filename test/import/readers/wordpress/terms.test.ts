import { describe, expect, it } from 'vitest';
import { notices, readPost, readWxr, wxr, wxrPost } from '../../../support/wxr.ts';

describe('categories and tags', () => {
  it('lose the category of posts without one, and double names', async () => {
    const entry = await readPost({
      xml: `<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
        <category domain="category" nicename="tea"><![CDATA[Tea]]></category>
        <category domain="post_tag" nicename="tea"><![CDATA[tea]]></category>
        <category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>`,
    });
    expect(entry.tags).toEqual(['Tea']);
  });

  it('of WXR 1.0 count once', async () => {
    const entry = await readPost({
      xml: `<category><![CDATA[Tea]]></category><category domain="category" nicename="tea"><![CDATA[Tea]]></category><category domain="tag"><![CDATA[Old]]></category><category domain="tag" nicename="old"><![CDATA[Old]]></category>`,
    });
    expect(entry.tags).toEqual(['Tea', 'Old']);
  });

  it('of other taxonomies are told', async () => {
    const xml = '<category domain="genre" nicename="x"><![CDATA[X]]></category>';
    expect(notices(await readWxr(wxr([wxrPost({ xml })])))).toEqual([
      'The taxonomy "genre" is not imported; 1 post has a term of it. Add them as tags if readers need them.',
    ]);
  });
});
