/** The corpus with `permalink: preserve`. */
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { corpusContent, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, linkTarget, metaContent, onlyWithClass } from '../support/dom.ts';
import { deadLinks } from '../support/links.ts';
import { required } from '../support/required.ts';
import { temporaryFolder } from '../support/scratch.ts';
import { childText, parseXml, xmlElements } from '../support/xml.ts';
import { isSamePicture } from '../support/pictures.ts';

const SITE = 'https://blog.example.org';

/** Shape of the file of every post of the corpus, and of the files beside it. */
const POST_FILE = /^\d{4}\/\d\d\/(?!index\.html$)[^/]+\.html$/;
const FILE_BESIDE = /^(\d{4}\/\d\d\/[^/]+)\/(.+)$/;

function folderOf(legacyUrl: string): string {
  return legacyUrl.replace(/\.html$/, '/');
}

describeWithCorpus('the corpus with preserved addresses', (corpus) => {
  const posts = [...expectations(corpus)].map(([slug, post]) => ({ slug, ...post }));
  const content = corpusContent(corpus, path.join(temporaryFolder(), 'content'));
  let output: OutputFolder;
  let stderr: string;
  let files: string[];

  beforeAll(async () => {
    appendFileSync(path.join(content, 'site.yaml'), 'permalink: preserve\n');
    const env = { TZ: 'UTC', LC_ALL: 'C.UTF-8' };
    ({ output, stderr } = built(await buildSite({ content, env })));
    files = output.files();
  });

  const bodyOf = (address: string) => onlyWithClass(output.page(address), 'e-content');

  it('has all 733 posts at their old addresses, without redirects', () => {
    const pages = output.pages().map(({ file }) => file);
    const at = pages.filter((file) => POST_FILE.test(file)).map((file) => `/${file}`);
    expect(at).toHaveLength(733);
    expect(new Set(at)).toEqual(new Set(posts.map(({ legacyUrl }) => legacyUrl)));
    const stubs = output.stubs().map(({ file }) => file);
    expect(
      stubs.filter((file) => !/^(?:\d{4}_\d\d_01_archive\.html$|search\/)/.test(file)),
    ).toEqual([]);
    expect(stubs.length).toBeGreaterThan(300);
  });

  it('has nothing at the addresses of the pattern', () => {
    expect(files.filter((file) => /^\d{4}\/\d\d\/[^/]+\/index\.html$/.test(file))).toEqual([]);
  });

  it('uses the old address of each post everywhere', () => {
    for (const { legacyUrl } of posts) {
      const page = output.page(legacyUrl);
      expect(linkTarget(page, 'canonical')).toBe(SITE + encodeURI(legacyUrl));
      expect(metaContent(page, 'og:url')).toBe(SITE + encodeURI(legacyUrl));
    }
  });

  it('publishes each image of a post, pixel for pixel', async () => {
    let count = 0;
    for (const { slug, legacyUrl } of posts) {
      const local = elements(bodyOf(legacyUrl), 'img')
        .map(({ attribs }) => decodeURI(attribs['src'] ?? ''))
        .filter((src) => src.startsWith('/'));
      for (const src of local) {
        const folder = folderOf(legacyUrl);
        expect(src.startsWith(folder), src).toBe(true);
        const original = path.join(corpus, 'psf/posts', slug, src.slice(folder.length));
        const published = output.bytes(src.slice(1));
        expect(await isSamePicture(published, readFileSync(original)), src).toBe(true);
        count++;
      }
    }
    expect(count).toBe(444);
  });

  it('publishes no unused file', () => {
    const beside = files.filter((file) => FILE_BESIDE.test(file));
    const unused = beside.filter((file) => {
      const [, post = ''] = required(FILE_BESIDE.exec(file) ?? undefined);
      const page = output.page(`/${post}.html`);
      const used = elements(page).flatMap(({ attribs }) =>
        ['src', 'href', 'content'].flatMap((name) => attribs[name] ?? []),
      );
      return !used.some((address) => decodeURI(address).endsWith(`/${file}`));
    });
    expect(beside.length).toBeGreaterThan(400);
    expect(unused).toEqual([]);
  });

  it('has no broken link except those in the posts themselves', () => {
    const faults = deadLinks(output, `${SITE}/`);
    expect(faults.filter(({ inBody }) => !inBody)).toEqual([]);
    expect(new Set(faults.map(({ page, why }) => `${page}: ${why}`))).toEqual(
      new Set([
        '2017/01/weapons-of-math-destruction-by-cathy.html: no such place',
        '2018/03/warehouse-all-new-pypi-is-now-in-beta.html: no such place',
      ]),
    );
  });

  it('keeps links between posts', () => {
    const now = new Map(posts.map(({ url, legacyUrl }) => [url, legacyUrl]));
    let count = 0;
    for (const { legacyUrl, self } of posts) {
      const wanted = self.flatMap(({ target }) => {
        const [, url = '', place = ''] = /^([^#]*)(.*)$/.exec(target ?? '') ?? [];
        const address = now.get(url);
        return address === undefined ? [] : [encodeURI(address) + place];
      });
      const got = elements(bodyOf(legacyUrl), 'a').map(({ attribs }) => attribs['href'] ?? '');
      expect(got, legacyUrl).toEqual(expect.arrayContaining(wanted));
      count += wanted.length;
    }
    expect(count).toBe(443);
    expect(stderr).not.toContain('link-legacy-unknown');
  });

  it('uses absolute addresses in feeds', () => {
    const items = xmlElements(parseXml(output.read('rss.xml')), 'item');
    const links = items.map((item) => required(childText(item, 'link')));
    expect(links).toHaveLength(25);
    const old = posts.map(({ legacyUrl }) => SITE + encodeURI(legacyUrl));
    expect(links.filter((link) => !old.includes(link))).toEqual([]);
    const addresses = items.flatMap((item) =>
      [
        ...required(childText(item, 'content:encoded')).matchAll(/ (?:src|href)="([^"]*)"/g),
      ].flatMap(([, address]) => address ?? []),
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
    const own = addresses.filter((address) => address.startsWith(`${SITE}/`));
    const images = own.filter((address) => /\.(?:png|jpe?g|gif)$/i.test(address));
    expect(images.length).toBeGreaterThan(0);
    for (const address of images) {
      expect(files).toContain(decodeURI(address.slice(SITE.length + 1)));
    }
  });

  it('is byte for byte the same in another folder', async () => {
    const env = { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };
    const again = built(await buildSite({ content, env }));
    expect(again.output.fingerprint()).toEqual(output.fingerprint());
  });
});
