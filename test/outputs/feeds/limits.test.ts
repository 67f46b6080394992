/** The size limit of feeds. */
import { describe, expect, it } from 'vitest';
import { buildSite, built } from '../../support/build-site.ts';
import { EVERY_FORMAT, FEED_FORMATS } from '../../support/feeds.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';
import { parseXml } from '../../support/xml.ts';

const WORDS = 'Some words of a long story. ';

/** @param kilobytes size of its text after escaping */
function post(day: number, kilobytes: number): string {
  const text = WORDS.repeat((kilobytes * 1000) / WORDS.length);
  return `---\ntitle: Day ${day}\npublishDate: '2024-03-0${day}'\ntags: [stories]\n---\n\n${text}\n`;
}

function titlesIn(read: (file: string) => string, file: string): string[][] {
  return FEED_FORMATS.filter((format) => file === '' || format.file === file).map((format) =>
    format.read(read(format.file)).items.map(({ title }) => title),
  );
}

describe('a feed', () => {
  it('drops the oldest posts above 512 KB, and the build says so', async () => {
    const content = folderWith({
      'posts/a/index.md': post(4, 200),
      'posts/b/index.md': post(3, 200),
      'posts/c/index.md': post(2, 200),
      'posts/d/index.md': post(1, 1),
    });
    const { output, stdout } = built(await buildSite({ content }));
    const titles = titlesIn((file) => output.read(file), '');
    expect(titles).toEqual([
      ['Day 4', 'Day 3'],
      ['Day 4', 'Day 3'],
      ['Day 4', 'Day 3'],
    ]);
    expect(Buffer.byteLength(output.read('atom.xml'))).toBeLessThan(512 * 1024);
    expect(stdout).toContain(
      'Dropped the oldest posts from the feeds of /, /tags/stories/, which would exceed 512 KB.',
    );
  });

  it('includes header and escapes in the size', async () => {
    const posts = Array.from({ length: 9 }, (_, day) => [
      `posts/p${day}/index.md`,
      post(9 - day, 1).replace('Some', '<"&> '.repeat(1000)),
    ]);
    const content = folderWith({
      'site.yaml': `title: Long\nurl: https://example.org/\ndescription: '${'"&'.repeat(40_000)}'\n`,
      ...Object.fromEntries(posts),
    });
    const { output, stdout } = built(await buildSite({ content }));
    const sizes = FEED_FORMATS.map(({ file }) => Buffer.byteLength(output.read(file)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(512 * 1024);
    expect(Math.max(...sizes)).toBeGreaterThan(450 * 1024);
    expect(stdout).toContain('Dropped the oldest posts from the feeds of /,');
  });

  it('uses the room up to the limit', async () => {
    const posts = Array.from({ length: 600 }, (_, index) => [
      `posts/p${index}/index.md`,
      post(1, 0.8),
    ]);
    const content = folderWith({
      'site.yaml': 'title: Long\nurl: https://example.org/\nfeedSize: 1000\n',
      ...Object.fromEntries(posts),
    });
    const args = ['--no-cards', '--no-search'];
    const { output } = built(await buildSite({ content, args }));
    const sizes = FEED_FORMATS.map(({ file }) => Buffer.byteLength(output.read(file)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(512 * 1024);
    expect(Math.max(...sizes)).toBeGreaterThan(510 * 1024);
  });

  it('always contains the newest post, and the build reports its size', async () => {
    const content = folderWith({
      'posts/a/index.md': post(4, 900),
      'posts/b/index.md': post(3, 1),
    });
    const { output, stdout } = built(await buildSite({ content }));
    expect(titlesIn((file) => output.read(file), 'rss.xml')).toEqual([['Day 4']]);
    expect(stdout).toContain(
      'The newest post alone makes the feeds of /, /tags/stories/ exceed 512 KB, which some feed readers reject.',
    );
    expect(stdout).not.toContain('Dropped the oldest');
  });

  it('within the limit is not mentioned', async () => {
    const content = folderWith({ 'posts/a/index.md': post(4, 200) });
    const { stdout } = built(await buildSite({ content }));
    expect(stdout).not.toContain('feeds of');
  });
});

describe('a hostile post', () => {
  const HOSTILE =
    ']]> </content> </content:encoded></item></channel></rss> <!-- \\b \\u001b \\ufffe \\ud83c &amp; &bogus;';

  it('makes well-formed feeds', async () => {
    const body = HOSTILE.replace('\\b', '\b').replace('\\ud83c', '\ud83c') + '\u0007 \ufffe \uffff';
    const content = folderWith({
      'site.yaml': EVERY_FORMAT,
      'posts/a/index.md': `---\ntitle: "${HOSTILE} ${'long '.repeat(8000)}"\npublishDate: '2024-03-01'\nauthor: ["${HOSTILE}"]\ntags: ["${HOSTILE}"]\ndescription: "${HOSTILE}"\n---\n\n${body}\n`,
    });
    const { output } = built(await buildSite({ content }));
    const feeds = output.files().filter((file) => /(?:rss|atom)\.xml$|\.opml$/.test(file));
    expect(feeds).toHaveLength(7);
    for (const file of feeds) expect(() => parseXml(output.read(file)), file).not.toThrow();
    const [, , json] = FEED_FORMATS;
    const texts = required(json)
      .read(output.read('feed.json'))
      .items.flatMap((item) => [
        ...[item.title, item.summary, item.content],
        ...[...item.authors, ...item.tags],
      ]);
    expect(texts).toHaveLength(5);
    // oxlint-disable-next-line no-control-regex
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;
    for (const text of texts) expect(text).not.toMatch(forbidden);
  });

  it('in the settings makes well-formed feeds', async () => {
    const content = folderWith({
      'site.yaml': `title: "${HOSTILE}"\nurl: https://example.org/\ndescription: "${HOSTILE}"\nauthor: "${HOSTILE}"\nlegacy: blogger\n`,
      'posts/a/index.md': post(1, 1),
    });
    const { output } = built(await buildSite({ content }));
    const feeds = output.files().filter((file) => /(?:rss|atom|index)\.xml$|\.opml$/.test(file));
    expect(feeds).toContain('comments/atom.xml');
    for (const file of feeds) expect(() => parseXml(output.read(file)), file).not.toThrow();
    expect(output.read('feed.json')).not.toMatch(/\\ud83c|\\u001b|\\b/);
  });

  it.each([
    [900_000, /posts\/a\/index\.md:1/],
    [1_000_000, /posts\/a\/index\.md$/m],
  ])('with a title of %i letters is a problem with a place', async (length, place) => {
    const content = folderWith({
      'posts/a/index.md': `---\ntitle: ${'a'.repeat(length)}\npublishDate: '2024-03-01'\n---\n\nWords.\n`,
    });
    const { exitCode, stderr } = await buildSite({ content });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(place);
    expect(stderr).not.toContain('mistake in Perennial');
  });
});
