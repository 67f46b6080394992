/** `npm run blogger-theme`, interpreted as Blogger would. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { corpusContent, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { required } from '../support/required.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import { parseXml, xmlElements, type XmlElement } from '../support/xml.ts';

const NEW = 'https://garden.test/blog';
const OLD = 'http://garden.blogspot.com';
const TITLE = `Tom's "big" <b>day</b> & 'night'`;

function content(settings = `legacyHosts: [garden.blogspot.com]\nurl: ${NEW}/\n`): string {
  return folderWith({
    'site.yaml': `title: Garden\n${settings}`,
    'posts/a/index.md': `---\ntitle: ${JSON.stringify(TITLE)}\ntypography: off\npublishDate: '2024-03-10'\ntags: ["Q&A", 'He said "no"', 'It''s "odd"']\nlegacyUrl: [/2024/03/toms-day.html, "/2024/03/caf\u00e9.html"]\n---\n\nWords.\n`,
    'posts/b/index.md': `---\ntitle: B\npublishDate: '2024-03-11'\nlegacyUrl: /2024/03/b.html\n---\n\nWords.\n`,
    'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  });
}

function make(folder: string, output: string, ...more: readonly string[]): Promise<Outcome> {
  const args = ['src/start.mjs', 'blogger-theme', '--content', folder, '--output', output, ...more];
  return run(process.execPath, args, { cwd: ROOT });
}

async function themeOf(folder: string, ...args: readonly string[]): Promise<XmlElement> {
  const file = path.join(temporaryFolder('theme'), 'theme.xml');
  const { exitCode, stderr } = await make(folder, file, ...args);
  if (exitCode !== 0) throw new Error(stderr);
  return readTheme(file);
}

function readTheme(file: string): XmlElement {
  return parseXml(readFileSync(file, 'utf8').replace('<!DOCTYPE html>\n', ''));
}

/** What Blogger knows of the page at an address, as far as the theme asks. */
function dataOf(address: string): Readonly<Record<string, string>> {
  const { origin, pathname } = new URL(address);
  const label = /^\/search\/label\/(.+)$/.exec(pathname)?.[1];
  return {
    canonicalHomepageUrl: `${origin}/`,
    canonicalUrl: origin + pathname,
    searchLabel: label === undefined ? '' : decodeURIComponent(label),
  };
}

/** `data:blog.NAME`, texts in quotes, `+` and `==`. */
function holds(condition: string, data: Readonly<Record<string, string>>): boolean {
  const [left, right, ...more] = condition.split(' == ').map((side) => {
    const terms = side.match(/data:blog\.\w+|"[^"]*"|'[^']*'/g) ?? [];
    if (terms.join(' + ') !== side) throw new Error(`Not understood: ${side}`);
    return terms
      .map((term) => (term.startsWith('data:') ? data[term.slice(10)] : term.slice(1, -1)))
      .join('');
  });
  if (right === undefined || more.length > 0) throw new Error(`Not understood: ${condition}`);
  return left === right;
}

/** The elements that Blogger sends: of every `b:if`, those of the branch whose condition holds. */
function sent(parent: XmlElement, data: Readonly<Record<string, string>>): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name !== 'b:if') return [child, ...sent(child, data)];
    const branches = [{ ...child, children: new Array<XmlElement>() }];
    for (const item of child.children) {
      if (item.name === 'b:elseif' || item.name === 'b:else')
        branches.push({ ...item, children: [] });
      else branches.at(-1)?.children.push(item);
    }
    const taken = branches.find(
      ({ name, attributes }) => name === 'b:else' || holds(attributes['cond'] ?? '', data),
    );
    return taken === undefined ? [] : sent(taken, data);
  });
}

interface Shown {
  readonly refresh: string[];
  readonly canonical: string[];
  readonly links: string[];
}

/** Where a page of the old blog leads. */
function show(theme: XmlElement, address: string): Shown {
  const elements = sent(theme, dataOf(address));
  const all = (name: string, attribute: string, value: string, wanted: string): string[] =>
    elements
      .filter((element) => element.name === name && element.attributes[attribute] === value)
      .map(({ attributes }) => attributes[wanted] ?? '');
  return {
    refresh: all('meta', 'http-equiv', 'refresh', 'content'),
    canonical: all('link', 'rel', 'canonical', 'href'),
    links: elements
      .filter(({ name }) => name === 'a')
      .map(({ attributes }) => attributes['href'] ?? ''),
  };
}

function leadingTo(target: string, home = `${NEW}/`): Shown {
  return { refresh: [`0; url=${target}`], canonical: [target], links: [home, target] };
}

describe('the Blogger theme', () => {
  let theme: XmlElement;

  beforeAll(async () => {
    theme = await themeOf(content());
  });

  it('has the parts that Blogger requires', () => {
    expect(theme.name).toBe('html');
    expect(theme.attributes['lang']).toBe('en');
    const [head, body] = theme.children;
    expect([head?.name, body?.name]).toEqual(['head', 'body']);
    expect(xmlElements(required(head), 'b:skin')).toHaveLength(1);
    expect(
      xmlElements(required(body), 'b:section').map(({ attributes }) => attributes['id']),
    ).toEqual(['main']);
    expect(xmlElements(theme, 'script')).toEqual([]);
  });

  it.each([
    ['/', '/'],
    ['/?m=1', '/'],
    ['/2024/03/toms-day.html', '/2024/03/a/'],
    ['/2024/03/toms-day.html?m=1', '/2024/03/a/'],
    ['/2024/03/toms-day.html?showComment=1', '/2024/03/a/'],
    ['/2024/03/caf%C3%A9.html', '/2024/03/a/'],
    ['/2024/03/b.html', '/2024/03/b/'],
    ['/p/about.html', '/about/'],
    ['/2024/', '/2024/'],
    ['/2024/03/', '/2024/03/'],
    ['/2024_03_01_archive.html', '/2024/03/'],
    ['/search', '/search/'],
    ['/search/label/Q%26A', '/tags/q-and-a/'],
    ['/search/label/Q%26A?updated-max=2024', '/tags/q-and-a/'],
    ['/search/label/He%20said%20%22no%22', '/tags/he-said-no/'],
  ])('redirects %s to %s, over http and https, for every host name of the blog', (from, to) => {
    for (const origin of [OLD, 'https://garden.blogspot.com', 'https://garden.blogspot.co.uk'])
      expect(show(theme, origin + from)).toEqual(leadingTo(NEW + to));
  });

  it.each([
    '/2024/03/unknown.html',
    '/2024/03/B.html',
    '/feeds/posts/default',
    '/search/label/None',
    '/search/label/It%27s%20%22odd%22',
  ])('shows a message for %s and opens the archive', (from) => {
    expect(show(theme, OLD + from)).toEqual({
      refresh: [`8; url=${NEW}/archive/`],
      canonical: [],
      links: [`${NEW}/`, `${NEW}/archive/`],
    });
  });

  it('redirects to posts that keep their old addresses', async () => {
    const settings = `legacyHosts: [garden.blogspot.com]\nurl: ${NEW}/\npermalink: preserve\n`;
    const kept = await themeOf(content(settings));
    const address = '/2024/03/b.html';
    expect(show(kept, OLD + address)).toEqual(leadingTo(NEW + address));
  });

  it('escapes titles', () => {
    const links = sent(theme, dataOf(`${OLD}/2024/03/toms-day.html`)).filter(
      ({ name }) => name === 'a',
    );
    expect(links.map(({ text, children }) => [text, children])).toContainEqual([TITLE, []]);
  });
});

describe('npm run blogger-theme', () => {
  it('prints the number of URLs and the size of the theme', async () => {
    const file = path.join(temporaryFolder(), 'theme.xml');
    const { exitCode, stdout, stderr } = await make(content(), file);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/theme\.xml: 10 URLs of garden\.blogspot\.com, \d+ kB\.\n/);
    expect((await make(content(), file)).exitCode).toBe(0);
  });

  it.each([
    ['no old blog', `url: ${NEW}/\n`, '`legacyHosts`'],
    ['no address', 'legacyHosts: [garden.blogspot.com]\n', 'which is only an example'],
    [
      'the address of an example',
      'legacyHosts: [garden.blogspot.com]\nurl: https://blog.example.org/\n',
      'which is only an example',
    ],
  ])('refuses %s', async (_, settings, message) => {
    const file = path.join(temporaryFolder(), 'theme.xml');
    const { exitCode, stdout, stderr } = await make(content(settings), file);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['theme.xml', ' is not a theme from this command, so it was left unchanged.'],
    ['', ', which is a folder. Choose a file in it, such as '],
    ['none/theme.xml', ': there is no folder '],
  ])('refuses to write to "%s" and says why', async (name, message) => {
    // A copy of the old theme.
    const folder = folderWith({ 'theme.xml': '<html/>' });
    const { exitCode, stdout, stderr } = await make(content(), path.join(folder, name));
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['theme.xml']);
    expect(readFileSync(path.join(folder, 'theme.xml'), 'utf8')).toBe('<html/>');
  });
});

describeWithCorpus('the theme of the corpus', (corpus) => {
  it('redirects exactly the old addresses, each to its post', async () => {
    const home = 'https://blog.python.test';
    const folder = corpusContent(corpus, temporaryFolder('corpus'));
    const theme = await themeOf(folder, '--site-url', `${home}/`);
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const { url, legacyUrl } of expected) {
      const address = new URL(legacyUrl, 'https://pyfound.blogspot.com').href;
      expect(show(theme, address), legacyUrl).toEqual(leadingTo(home + url, `${home}/`));
    }
  });
});
