/** Images that browsers, or programs with link previews, do not show as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import { ImageProcessor } from '../../src/outputs/images/image-processor.ts';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { metaContent } from '../support/dom.ts';
import { glass, heic, largePhoto, photoIn } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const post = (title: string, image: string, more = ''): string =>
  `---\ntitle: ${title}\npublishDate: 2024-03-02\nimage: ${image}\n${more}---\n\nWords.\n`;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle r="9"/></svg>';

describe('a site with images that not every program shows', () => {
  let content: string;
  let site: BuiltSite;

  beforeAll(async () => {
    content = folderWith({
      'site.yaml': 'title: The garden\nurl: https://garden.example/blog/\n',
      'posts/drawn/index.md': post('Drawn', 'drawing.svg', 'imageAlt: A circle\n'),
      'posts/drawn/drawing.svg': DRAWING,
      'posts/modern/index.md': `${post('Modern', 'a.avif')}\n![A](a.avif)\n`,
      'posts/modern/a.avif': await photoIn('avif', 6),
      'posts/clear/index.md': post('Clear', 'a.webp'),
      'posts/clear/a.webp': await glass(),
      'posts/large/index.md': `${post('Large', 'a.png')}\n[the original](a.png)\n`,
      'posts/large/a.png': await largePhoto(),
      'posts/phone/index.md': `${post('Phone', 'a.heic')}
![My dog](a.heic)

[![](a.heic)](a.heic) ![My "cat"](b.tif)
`,
      'posts/phone/a.heic': await heic(),
      'posts/phone/b.tif': await photoIn('tiff'),
    });
    site = built(await buildSite({ content, args: ['--no-search'] }));
  });

  it.each([
    ['drawn', 'hashed/', '.png', 'image/png', '1200', '600', 'A circle'],
    ['modern', 'hashed/', '.jpeg', 'image/jpeg', '40', '60', 'Modern'],
    ['clear', 'hashed/', '.png', 'image/png', '30', '20', 'Clear'],
    ['large', '2024/03/large/', '.png', 'image/png', '2560', '689', 'Large'],
    ['phone', 'cards/2024/03/', '.png', 'image/png', '1200', '630', 'Phone'],
  ])(
    'has a link preview that programs know: %s',
    async (slug, folder, end, type, width, height, alt) => {
      const page = site.output.page(`/2024/03/${slug}/`);
      const shown = (name: string): string => metaContent(page, name) ?? '';
      const size = [shown('og:image:width'), shown('og:image:height')];
      expect([shown('og:image:type'), ...size]).toEqual([type, width, height]);
      expect([shown('og:image:alt'), shown('twitter:image:alt')]).toEqual([alt, alt]);
      const address = shown('og:image').replace('https://garden.example/blog/', '');
      expect([address.startsWith(folder), address.endsWith(end)]).toEqual([true, true]);
      const is = await sharp(site.output.bytes(address)).metadata();
      expect([is.mediaType, `${is.width}`, `${is.height}`]).toEqual([type, width, height]);
    },
  );

  it('links to a picture that browsers do not show, and converts the others', () => {
    const page = site.output.read('2024/03/phone/index.html');
    expect(page).toContain('<a href="/blog/2024/03/phone/a.heic">My dog</a>');
    expect(page).toMatch(/<a href="\/blog\/2024\/03\/phone\/a\.heic"[^>]*>a\.heic<\/a>/);
    expect(page).not.toMatch(/<a [^>]*><a /);
    expect(page).toMatch(/<img[^>]* src="\/blog\/hashed\/\w+-60\.jpeg"/);
    expect(page).not.toMatch(/(?:src|srcset)="[^"]*\.(?:heic|tif)/);
    expect(site.output.read('feed.json')).toContain(
      '<a href=\\"https://garden.example/blog/2024/03/phone/a.heic\\">My dog</a>',
    );
  });

  it('names the pictures that cannot be converted', () => {
    expect(site.stderr).toContain('"a.heic" is a HEIC, which no browser but Safari shows');
    expect(site.stderr.match(/image-format/g)).toHaveLength(1);
  });

  it('prints how much smaller photos are published', () => {
    expect(site.stdout).toMatch(/^1 photo of more than 5 MB is published smaller: 5 MB saved\.$/m);
  });

  it('has large photos in full if the settings say so', async () => {
    const file = path.join(content, 'site.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}largePhotos: original\n`);
    const imageProcessor = new ImageProcessor({ cache: temporaryFolder(), encodes: true });
    const options = { contentDir: content, publicDir: 'public', drafts: false };
    const { images } = await loadSite({ ...options, imageProcessor });
    const large = images.find((image) => image.path === '/2024/03/large/a.png');
    expect([large?.width, large?.republished]).toEqual([2600, undefined]);
  });

  it('links to all such pictures without the encoder', async () => {
    const plain = built(await buildSite({ content, args: ['--no-search', '--no-images'] }));
    const page = plain.output.read('2024/03/phone/index.html');
    expect(page).toContain('<a href="/blog/2024/03/phone/b.tif">My &quot;cat&quot;</a>');
    expect(plain.output.bytes('2024/03/phone/b.tif').toString('latin1')).not.toContain('Person');
    expect(metaContent(plain.output.page('/2024/03/drawn/'), 'og:image')).toContain('drawing.svg');
  });
});
