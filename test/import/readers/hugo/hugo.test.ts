import { describe, expect, it } from 'vitest';
import { hugo } from '../../../../src/import/readers/hugo/reader.ts';
import { readBlog } from '../../../support/read-blog.ts';

const NAME = 'content/posts/roses.md';
const CONFIG = "baseURL = 'https://ada.example/'\ntitle = 'Garden'";

function post(body: string, front = 'title: Roses\ndate: 2020-01-31'): string {
  return `---\n${front}\n---\n${body}`;
}

async function read(files: Readonly<Record<string, string>>, config = CONFIG) {
  return readBlog(hugo, { 'hugo.toml': config, ...files });
}

async function readOne(front: string, config = CONFIG, name = NAME) {
  const { entries } = await read({ [name]: post('Text', front) }, config);
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function translated(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config = CONFIG,
) {
  const { entry, notices } = await read({ [NAME]: post(body), ...files }, config);
  return { text: entry('Roses').body.text, notices };
}

describe('settings', () => {
  const facts = {
    title: 'Garden',
    description: 'All about roses',
    language: 'de-AT',
    timeZone: 'Europe/Vienna',
    url: 'https://ada.example/',
    hosts: [],
  };

  it.each([
    [
      'hugo.toml',
      "baseURL = 'https://ada.example/blog/'\ntitle = 'Garden'\nlanguageCode = 'de-at'\ntimeZone = 'Europe/Vienna'\n[params]\ndescription = 'All about roses'",
    ],
    [
      'config.yaml',
      'baseurl: https://ada.example/blog\ntitle: Garden\nlanguageCode: de-at\ntimeZone: Europe/Vienna\nparams: { description: All about roses }',
    ],
    [
      'hugo.json',
      '{"baseURL": "https://ada.example/blog/", "title": "Garden", "languageCode": "de-AT", "timeZone": "Europe/Vienna", "params": {"description": "All about roses"}}',
    ],
  ])('are read from %s', async (name, config) => {
    const { blog, entries } = await readBlog(hugo, { [name]: config, [NAME]: post('Text') });
    expect(blog.facts).toEqual(facts);
    expect(entries[0]?.legacyUrls).toEqual(['/blog/posts/roses/']);
  });

  it('are read from a folder, in which production prevails', async () => {
    const { blog } = await readBlog(hugo, {
      'config/_default/hugo.toml': "baseURL = 'http://localhost:1313'\nlanguageCode = 'de-at'",
      'config/_default/params.toml': "description = 'All about roses'",
      'config/production/hugo.toml':
        "baseURL = 'https://ada.example/'\ntitle = 'Garden'\ntimeZone = 'Europe/Vienna'",
      [NAME]: post('Text'),
    });
    expect(blog.facts).toEqual(facts);
  });

  it('are reported if they cannot be read', async () => {
    const { items } = await read({ [NAME]: post('Text') }, 'title = ');
    expect(items[0]).toMatchObject({ type: 'notice', place: { file: 'hugo.toml', line: 1 } });
  });
});

describe('files', () => {
  it('are posts in sections, pages elsewhere; lists and parts of pages are named', async () => {
    const { entries, leftOut } = await read({
      [NAME]: post('Text'),
      'content/_index.md': post('Welcome', 'title: Home'),
      'content/posts/_index.md': post('', 'title: Posts'),
      'content/about.md': post('Text', 'title: About\ndate: 2020-01-01'),
      'content/docs/install.md': post('Text', 'title: Install'),
      'content/posts/lilies/index.md': post('Text', 'title: Lilies\ndate: 2020-02-01'),
      'content/posts/lilies/notes.md': post('Part', 'title: Notes'),
      'content/posts/old.org': post('* Text'),
      'content/archives.md': post('', 'title: Archive\nlayout: archives'),
      'archetypes/default.md': post(''),
    });
    expect(entries.map(({ type, title, legacyUrls }) => [type, title, legacyUrls])).toEqual([
      ['page', 'About', ['/about/']],
      ['page', 'Install', ['/docs/install/']],
      ['post', 'Lilies', ['/posts/lilies/']],
      ['post', 'Roses', ['/posts/roses/']],
    ]);
    expect(leftOut).toEqual([
      'content/_index.md: introductions to lists of posts',
      'content/archives.md: pages that templates fill, such as lists of posts',
      'content/posts/lilies/notes.md: texts that were parts of other pages',
      'content/posts/old.org: texts in org, which is not Markdown',
    ]);
  });

  it('are posts where the settings say so', async () => {
    const { entries } = await read(
      { [NAME]: post('Text'), 'content/notes/a.md': post('Text', 'title: A\ndate: 2020-01-01') },
      `${CONFIG}\n[params]\nmainSections = ['notes']`,
    );
    expect(entries.map(({ type, title }) => [type, title])).toEqual([
      ['post', 'A'],
      ['page', 'Roses'],
    ]);
  });

  it('have the language of their name or folder', async () => {
    const languages =
      "\ndefaultContentLanguage = 'en'\n[languages.en]\n[languages.de]\n[languages.fr]\ncontentDir = 'content/french'";
    const { entries } = await read(
      {
        [NAME]: post('Text', 'title: A\ndate: 2020-01-31'),
        'content/posts/roses.de.md': post('Text', 'title: B\ndate: 2020-01-31'),
        'content/french/posts/roses.md': post('Text', 'title: C\ndate: 2020-01-31'),
        'content/posts/lilies/index.de.md': post('Text', 'title: D\ndate: 2020-01-31'),
        'content/posts/node.js.md': post('Text', 'title: E\ndate: 2020-01-31'),
      },
      CONFIG + languages,
    );
    expect(
      entries.map(({ title, language, legacyUrls }) => [title, language, legacyUrls[0]]),
    ).toEqual([
      ['C', 'fr', '/fr/posts/roses/'],
      ['D', 'de', '/de/posts/lilies/'],
      ['E', undefined, '/posts/node.js/'],
      ['B', 'de', '/de/posts/roses/'],
      ['A', undefined, '/posts/roses/'],
    ]);
  });

  it('are found without settings', async () => {
    const { entries } = await readBlog(hugo, {
      'posts/roses.md': '+++\ntitle = "Roses"\ndate = 2020-01-31\n+++\nText',
    });
    expect(entries).toMatchObject([{ title: 'Roses', legacyUrls: ['/posts/roses/'] }]);
  });
});

describe('front matter', () => {
  it.each([
    [
      'TOML',
      '+++\ntitle = "Roses"\ndate = 2020-01-31T10:00:00+01:00\nlastmod = 2020-02-03\ndraft = false\ntags = ["Red", "White"]\ncategories = ["Flowers"]\naliases = ["/old/", "older"]\nauthor = "Ada"\nsummary = "How they grow"\nimages = ["rose.jpg"]\n+++\nText',
    ],
    [
      'YAML',
      '---\ntitle: Roses\ndate: 2020-01-31T10:00:00+01:00\nlastmod: 2020-02-03\ntags: [Red, White]\ncategories: [Flowers]\naliases: [/old/, older]\nauthors: [Ada]\nsummary: How they grow\nimages: [rose.jpg]\n---\nText',
    ],
    [
      'JSON',
      '{"title": "Roses", "date": "2020-01-31T10:00:00+01:00", "lastmod": "2020-02-03", "tags": ["Red", "White"], "categories": ["Flowers"], "aliases": ["/old/", "older"], "author": {"name": "Ada"}, "summary": "How they grow", "images": ["rose.jpg"]}\nText',
    ],
  ])('in %s is mapped', async (_name, text) => {
    const { entries } = await read({ [NAME]: text }, `${CONFIG}\ntimeZone = 'Europe/Berlin'`);
    expect(entries).toEqual([
      {
        type: 'post',
        id: NAME,
        place: { file: NAME },
        status: 'public',
        guid: 'https://ada.example/posts/roses/',
        title: 'Roses',
        slug: 'roses',
        published: '2020-01-31T10:00:00+01:00',
        updated: '2020-02-03',
        authors: ['Ada'],
        tags: ['Flowers', 'Red', 'White'],
        description: 'How they grow',
        cover: { url: 'rose.jpg', alt: undefined },
        legacyUrls: ['/posts/roses/', '/old/', '/posts/older/'],
        canonicalUrl: undefined,
        language: undefined,
        pinned: undefined,
        body: { format: 'markdown', text: 'Text', base: 'content/posts' },
      },
    ]);
  });

  it.each([
    ['draft: true', 'draft'],
    ['published: 2020-01-31', 'public'],
    ['headless: true', 'private'],
    ['build: { render: never }', 'private'],
    ['expiryDate: 2020-03-01', 'unknown'],
  ])('with %s is %s', async (front, status) => {
    expect((await readOne(`title: A\ndate: 2020-01-31\n${front}`)).status).toBe(status);
  });

  it.each([
    ['series: Herbs', ['Herbs'], undefined],
    ['series: [Herbs, Roses, herbs]\nseries_order: 2', ['Herbs', 'Roses'], 2],
    ['series: [Herbs]\nseries_order: last', ['Herbs'], undefined],
  ])('with %j is part of a series', async (front, names, part) => {
    expect((await readOne(`title: A\ndate: 2020-01-31\n${front}`)).series).toEqual({ names, part });
  });

  it('shows no page before its publishDate', async () => {
    const entry = await readOne('title: A\ndate: 2020-01-31\npublishDate: 2031-02-01');
    expect(entry).toMatchObject({ published: '2031-02-01' });
    expect((await readOne('title: A\npubdate: 2020-01-31')).published).toBe('2020-01-31');
  });

  it('tells the addresses of the lists of its tags', async () => {
    const { items } = await read({
      [NAME]: post(
        'Text',
        'title: A\ndate: 2020-01-31\ntags: [Red Roses, soil]\ncategories: [Soil]',
      ),
    });
    expect(items.filter(({ type }) => type === 'tag')).toEqual([
      { type: 'tag', name: 'Red Roses', legacyUrls: ['/tags/red-roses/'] },
      { type: 'tag', name: 'Soil', legacyUrls: ['/tags/soil/', '/categories/soil/'] },
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['', '/posts/red-roses/'],
    ['uglyURLs = true', '/posts/red-roses.html'],
    ["[permalinks]\nposts = '/:year/:month/:title/'", '/2020/01/a-title-or-two/'],
    ["[permalinks.page]\nposts = '/:year/:monthname/:slug'", '/2020/january/a-title-or-two/'],
    ["[permalinks]\nposts = '/:section/:day/:contentbasename/'", '/posts/31/red-roses/'],
    ["[permalinks]\nposts = '/:sections[0]/:yearday/:slugorfilename/'", '/posts/31/red-roses/'],
    ['disablePathToLower = true', '/posts/Red-Roses/'],
    ['defaultContentLanguageInSubdir = true', '/en/posts/red-roses/'],
  ])('follow the settings %j', async (settings, address) => {
    const entry = await readOne(
      'title: "A Title, or Two"\ndate: 2020-01-31',
      `${CONFIG}\n${settings}`,
      'content/posts/Red Roses.md',
    );
    expect(entry.legacyUrls[0]).toBe(address);
  });

  it.each([
    ['url: /x/y.html', '/x/y.html'],
    ['url: x/y', '/x/y/'],
    ['slug: Other Name', '/posts/other-name/'],
  ])('follow the front matter %j', async (front, address) => {
    expect((await readOne(`title: A\ndate: 2020-01-31\n${front}`)).legacyUrls[0]).toBe(address);
  });

  it('leave out the date of a file name only where the settings say so', async () => {
    const name = 'content/posts/2020-01-31-roses.md';
    const plain = await readOne('title: A', CONFIG, name);
    expect([plain.legacyUrls[0], plain.published]).toEqual([
      '/posts/2020-01-31-roses/',
      '2020-01-31',
    ]);
    const cut = await readOne('title: A', `${CONFIG}\n[frontmatter]\ndate = [':filename']`, name);
    expect(cut.legacyUrls[0]).toBe('/posts/roses/');
  });
});

describe('shortcodes', () => {
  it('of Hugo become what they showed', async () => {
    const { text, notices } = await translated(
      [
        '{{< figure src="/a.png" alt="A" caption="By *Ada*" link="https://a.example/" >}}',
        '{{<figure src="b.png">}}',
        '{{< youtube abc >}}',
        '{{< vimeo id="12" >}}',
        '{{< gist ada 0123456789 >}}',
        '{{< tweet user="ada" id="5" >}}',
        '{{% param "title" %}}',
      ].join('\n\n'),
    );
    expect(text.split('\n\n')).toEqual([
      '<figure><a href="https://a.example/"><img src="/a.png" alt="A"></a><figcaption>By <em>Ada</em></figcaption></figure>',
      '![](b.png)',
      'https://www.youtube.com/watch?v=abc',
      'https://vimeo.com/12',
      '<https://gist.github.com/ada/0123456789>',
      '<https://twitter.com/ada/status/5>',
      'Roses',
    ]);
    expect(notices).toEqual([]);
  });

  it('that are players stay frames where an address would be a link, or lose a title', async () => {
    const { text } = await translated(
      'a {{< youtube abc >}}\n\n- {{< youtube abc >}}\n\n{{< youtube id="abc" title="Roses" >}}\n\n<iframe src="https://www.youtube.com/embed/abc"></iframe>',
    );
    expect(text.match(/<iframe/g)).toHaveLength(4);
  });

  it('with code become fences', async () => {
    const { text } = await translated(
      '{{< highlight go "linenos=table" >}}\nfunc main() { x := "{{< a >}}" }\n{{< /highlight >}}',
    );
    expect(text).toBe('```go\nfunc main() { x := "{{< a >}}" }\n```');
  });

  it('that refer to pages become their old addresses', async () => {
    const { text, notices } = await translated(
      '[a]({{< ref "lilies.md" >}}) [b]({{< relref "/posts/lilies#red" >}}) [c]({{< ref "tulips" >}}) [d]({{% ref "#here" %}}) [e](lilies.md#x) [f](../about.md)',
      {
        'content/posts/lilies.md': post('Text', 'title: B\ndate: 2020-01-31'),
        'content/posts/tulips/index.md': post('Text', 'title: C\ndate: 2020-01-31'),
        'content/about.md': post('Text', 'title: About'),
      },
      "baseURL = 'https://ada.example/blog/'",
    );
    expect(text).toBe(
      '[a](/blog/posts/lilies/) [b](/blog/posts/lilies/#red) [c](/blog/posts/tulips/) [d](#here) [e](/blog/posts/lilies/#x) [f](/blog/about/)',
    );
    expect(notices).toEqual([]);
  });

  it('in code stay as they are, without the marks that hide them from Hugo', async () => {
    const { text, notices } = await translated(
      '`{{</* youtube abc */>}}`\n\n```\n{{%/* notice */%}}\n{{< youtube abc >}}\n```\nand {{</* ref "x" */>}}',
    );
    expect(text).toBe(
      '`{{< youtube abc >}}`\n\n```\n{{% notice %}}\n{{< youtube abc >}}\n```\nand {{< ref "x" >}}',
    );
    expect(notices).toEqual([]);
  });

  it('of themes become alerts, details and quotations', async () => {
    const { text } = await translated(
      '{{% notice tip %}}\nA *b*\n{{% /notice %}}\n\n{{< details "More" >}}\nC\n{{< /details >}}\n\n{{< rawhtml >}}<b>{{ x }}</b>{{< /rawhtml >}}\n\n{{< quote author="Ada" >}}D{{< /quote >}}',
    );
    expect(text).toBe(
      '> [!TIP]\n> A *b*\n\n\n<details>\n<summary>More</summary>\n\nC\n\n</details>\n\n<b>{{ x }}</b>\n\n\n> D\n>\n> — Ada\n',
    );
  });

  it('of the owner are filled in where they only place arguments', async () => {
    const { text, notices } = await translated(
      '{{< rose "red" >}}\n\n{{< bed name="x" >}}inner{{< /bed >}}\n\n{{< list >}}',
      {
        'layouts/shortcodes/rose.html': '{{/* a comment */}}\n<b>\n  {{ .Get 0 | safeHTML }}\n</b>',
        'layouts/shortcodes/bed.html':
          '<div>{{ with .Get "name" }}<i>{{ . }}</i>{{ end }}{{ if .Get "none" }}A{{ else }}B{{ end }}{{ .Inner }}</div>',
        'layouts/shortcodes/list.html': '{{ range .Site.Pages }}{{ .Title }}{{ end }}',
      },
    );
    expect(text).toBe('<b>\nred\n</b>\n\n<div><i>x</i>Binner</div>\n\n`{{< list >}}`');
    expect(notices).toEqual([expect.stringContaining('`{{< list >}}` has no meaning')]);
  });

  it('that are unknown stay visible, with a notice', async () => {
    const { text, notices } = await translated(
      'A {{% rose %}} {{< bed a="b" >}}Inside{{< /bed >}}',
    );
    expect(text).toBe('A {{% rose %}} `{{< bed a="b" >}}`Inside`{{< /bed >}}`');
    expect(notices).toHaveLength(3);
  });
});

it('drops the ids of headings that no link uses', async () => {
  const { text } = await translated('## A {#a}\n\n## B {#b .x}\n\n[x](#b)\n\n## C {{< x >}} {d}');
  expect(text).toContain('## A\n\n## <a id="b"></a>B\n');
  expect(text).toContain('{d}');
});

it('finds files beside a post, in static folders, and by their address', async () => {
  const { blog, entry } = await read(
    {
      'content/posts/lilies/index.md': post('Text', 'title: Lilies\ndate: 2020-01-31\nslug: lily'),
      'content/posts/lilies/a.png': 'png',
      [NAME]: post('Text'),
      'static/img/b.png': 'png',
      'assets/c.png': 'png',
    },
    "baseURL = 'https://ada.example/blog/'",
  );
  const file = (title: string, url: string) => blog.file?.(url, entry(title))?.path;
  expect(file('Lilies', 'a.png')).toBe('content/posts/lilies/a.png');
  expect(file('Lilies', './a.png')).toBe('content/posts/lilies/a.png');
  expect(file('Roses', '/blog/posts/lily/a.png')).toBe('content/posts/lilies/a.png');
  expect(file('Roses', '../lily/a.png')).toBe('content/posts/lilies/a.png');
  expect(file('Roses', '/img/b.png')).toBe('static/img/b.png');
  expect(file('Roses', 'https://ada.example/blog/img/b.png')).toBe('static/img/b.png');
  expect(file('Roses', 'c.png')).toBe('assets/c.png');
  expect(file('Roses', 'd.png')).toBeUndefined();
  expect(file('Roses', '/c.png')).toBe('assets/c.png');
});
