import { describe, expect, it } from 'vitest';
import { ghostExport, ghostPost, readGhost, readGhostPost } from '../../../support/ghost.ts';
import { notices } from '../../../support/wxr.ts';

async function lexical(...children: readonly object[]): Promise<string> {
  const document = JSON.stringify({ root: { children, type: 'root' } });
  return (await readGhostPost({ html: null, lexical: document })).body.text;
}

async function mobiledoc(document: object): Promise<string> {
  const text = JSON.stringify({ version: '0.3.1', atoms: [], cards: [], markups: [], ...document });
  return (await readGhostPost({ html: null, mobiledoc: text })).body.text;
}

function words(text: string, format = 0) {
  return { type: 'extended-text', text, format };
}

function list(...children: readonly object[]) {
  return { type: 'list', listType: 'bullet', children };
}

function item(...children: readonly object[]) {
  return { type: 'listitem', children };
}

describe('posts without HTML, of the new editor', () => {
  it.each([
    [
      [
        {
          type: 'paragraph',
          children: [words('a <b> '), words('c', 3), { type: 'linebreak' }, words('d', 16)],
        },
      ],
      '<p>a &lt;b&gt; <em><strong>c</strong></em><br><code>d</code></p>',
    ],
    [[{ type: 'extended-heading', tag: 'h3', children: [words('a')] }], '<h3>a</h3>'],
    [
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', url: '__GHOST_URL__/x/', children: [words('a')] }],
        },
      ],
      '<p><a href="https://garden.example/x/">a</a></p>',
    ],
    [
      [
        {
          type: 'list',
          listType: 'number',
          children: [{ type: 'listitem', children: [words('a')] }],
        },
      ],
      '<ol><li>a</li></ol>',
    ],
    [[{ type: 'extended-quote', children: [words('a')] }], '<blockquote>a</blockquote>'],
    [[{ type: 'horizontalrule' }], '<hr>'],
    [
      [{ type: 'codeblock', code: 'a < b', language: 'js', caption: 'C' }],
      '<figure><pre><code class="language-js">a &lt; b</code></pre><figcaption>C</figcaption></figure>',
    ],
    [
      [{ type: 'image', src: '__GHOST_URL__/a.jpg', alt: 'A', caption: '<i>C</i>' }],
      '<figure><img src="https://garden.example/a.jpg" alt="A"><figcaption><i>C</i></figcaption></figure>',
    ],
    [[{ type: 'html', html: '<b>x</b>' }], '<b>x</b>'],
    [[{ type: 'markdown', markdown: '*x*' }], '<p><em>x</em></p>\n'],
    [
      [
        {
          type: 'bookmark',
          url: 'https://x.example/',
          metadata: { title: 'T', description: 'D', publisher: 'P' },
        },
      ],
      '<p><strong><a href="https://x.example/">T</a></strong><br>D<br>P</p>',
    ],
    [
      [
        {
          type: 'embed',
          url: 'https://youtu.be/a',
          html: '<iframe src="https://www.youtube.com/embed/a"></iframe>',
        },
      ],
      '<iframe src="https://www.youtube.com/embed/a"></iframe>',
    ],
    [[{ type: 'embed', url: 'https://youtu.be/a' }], '<iframe src="https://youtu.be/a"></iframe>'],
    [
      [{ type: 'callout', calloutEmoji: '💡', calloutText: 'a' }],
      '<blockquote><p>💡 a</p></blockquote>',
    ],
    [
      [{ type: 'callout', calloutEmoji: '💡', calloutText: '<p dir="ltr">a</p>' }],
      '<blockquote><p dir="ltr">💡 a</p></blockquote>',
    ],
    [
      [
        {
          type: 'list',
          listType: 'bullet',
          children: [item(words('a')), item(list(item(words('b')))), item(words('c')), item()],
        },
      ],
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li><li></li></ul>',
    ],
    [
      [{ type: 'header', header: 'H', buttonEnabled: false, buttonText: 'Add button text' }],
      '<h2>H</h2>',
    ],
    [
      [{ type: 'product', productTitle: 'T', productButtonEnabled: false, productButton: 'Buy' }],
      '<h4>T</h4>',
    ],
    [
      [
        {
          type: 'call-to-action',
          textValue: '<p>a</p>',
          ...{ showButton: false, buttonText: 'Learn more', sponsorLabel: '<p>AD</p>' },
        },
      ],
      '<p>a</p>',
    ],
    [
      [{ type: 'call-to-action', textValue: '', hasSponsorLabel: true, sponsorLabel: '<p>AD</p>' }],
      '<p>AD</p>',
    ],
    [
      [{ type: 'at-link', children: [{ type: 'zwnj' }, { type: 'at-link-search', text: 'x' }] }],
      '',
    ],
    [
      [{ type: 'toggle', heading: 'H', content: '<p>a</p>' }],
      '<details><summary>H</summary><p>a</p></details>',
    ],
    [
      [{ type: 'button', buttonText: 'B', buttonUrl: 'https://x.example/' }],
      '<p><a href="https://x.example/">B</a></p>',
    ],
    [
      [{ type: 'file', src: '/a.pdf', fileTitle: 'T', fileCaption: 'C' }],
      '<p><a href="/a.pdf">T</a><br>C</p>',
    ],
    [
      [{ type: 'audio', src: '/a.mp3', title: 'T' }],
      '<figure><audio controls src="/a.mp3"></audio><figcaption>T</figcaption></figure>',
    ],
    [
      [{ type: 'video', src: '/a.mp4', thumbnailSrc: '/t.jpg' }],
      '<video controls src="/a.mp4" poster="/t.jpg"></video>',
    ],
    [
      [{ type: 'gallery', images: [{ src: '/a.jpg' }, { src: '/b.jpg', alt: 'B' }], caption: 'C' }],
      '<p><img src="/a.jpg" alt=""></p><p><img src="/b.jpg" alt="B"></p><p>C</p>',
    ],
    [[{ type: 'email', html: 'Hi {first_name}' }, { type: 'paywall' }, { type: 'signup' }], ''],
  ])('%j', async (nodes, html) => {
    expect(await lexical(...nodes)).toBe(html);
  });

  it('tell of cards that are not known, and keep the text in them', async () => {
    const root = { root: { children: [{ type: 'new-card', children: [words('a')] }] } };
    const posts = [ghostPost({ html: null, lexical: JSON.stringify(root) })];
    expect(notices(await readGhost(ghostExport({ posts }), 'https://garden.example'))).toEqual([
      'Cards of "Roses" are not known, and left out: new-card. Add by hand what readers miss.',
    ]);
  });
});

describe('what only members or mails had', () => {
  const everyone = { web: { nonMember: true, memberSegment: 'status:free,status:-free' } };
  const members = { web: { nonMember: false, memberSegment: 'status:free,status:-free' } };
  const mails = { web: { nonMember: false, memberSegment: '' } };
  const older = { showOnEmail: true, showOnWeb: false, segment: '' };
  const rules = Object.entries({ a: everyone, b: members, c: mails, d: older });
  const cards = rules.map(([html, visibility]) => ({ type: 'html', html, visibility }));

  it('is left out of what the editor stores', async () => {
    expect(await lexical(...cards, { type: 'email', html: 'e' })).toBe('a');
  });

  it('is left out of HTML', async () => {
    const post = await readGhostPost({
      html: `<p>a</p>${[false, true].map((isOpen) => `<!--kg-gated-block:begin nonMember:${isOpen} memberSegment:"status:free" --><p>${isOpen}</p><!--kg-gated-block:end-->`).join('')}<p>d</p><!--kg-gated-block:begin nonMember:false --><p>e</p>`,
    });
    expect(post.body.text.replace(/<!--.*?-->/g, '')).toBe('<p>a</p><p>true</p><p>d</p>');
  });

  it('is told', async () => {
    const root = { root: { children: cards } };
    const posts = [ghostPost({ html: null, lexical: JSON.stringify(root) })];
    expect(notices(await readGhost(ghostExport({ posts }), 'https://garden.example'))).toEqual([
      '3 parts of "Roses" were for members or in mails only, and left out. Add by hand what everyone may read.',
    ]);
  });
});

describe('posts without HTML, of the older editor', () => {
  it('have markups that overlap sections', async () => {
    expect(
      await mobiledoc({
        markups: [['strong'], ['a', ['href', '__GHOST_URL__/x/']]],
        atoms: [['soft-return', '', {}]],
        sections: [
          [
            1,
            'p',
            [
              [0, [], 0, 'a '],
              [0, [0], 0, 'b '],
              [0, [1], 2, 'c'],
              [1, [], 0, 0],
              [0, [], 0, 'd'],
            ],
          ],
          [1, 'h2', [[0, [], 0, 'e']]],
          [3, 'ul', [[[0, [], 0, 'f']], [[0, [], 0, 'g']]]],
          [2, '/a.jpg'],
        ],
      }),
    ).toBe(
      '<p>a <strong>b <a href="https://garden.example/x/">c</a></strong><br>d</p><h2>e</h2><ul><li>f</li><li>g</li></ul><p><img src="/a.jpg" alt=""></p>',
    );
  });

  it('have cards', async () => {
    expect(
      await mobiledoc({
        cards: [
          ['image', { src: '/a.jpg', alt: 'A' }],
          ['hr', {}],
          ['code', { code: 'x' }],
        ],
        sections: [
          [10, 0],
          [10, 1],
          [10, 2],
        ],
      }),
    ).toBe('<p><img src="/a.jpg" alt="A"></p><hr><pre><code>x</code></pre>');
  });

  it('are Markdown if that is all they hold', async () => {
    const document = {
      version: '0.3.1',
      cards: [['card-markdown', { cardName: 'card-markdown', markdown: '# a' }]],
      sections: [[10, 0]],
    };
    const entry = await readGhostPost({ html: null, mobiledoc: JSON.stringify(document) });
    expect(entry.body).toMatchObject({ format: 'markdown', text: '# a' });
  });
});

it('an empty or damaged post is empty', async () => {
  for (const fields of [{ html: null }, { html: '', lexical: '{', mobiledoc: '[' }])
    expect((await readGhostPost(fields)).body.text).toBe('');
});
