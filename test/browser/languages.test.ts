/** Layout of pages in every translated language, in Chromium. */
import { describe, expect, it } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
import { axeFaults, layoutFaults } from './judges.ts';
import { pageKinds } from './page-kinds.ts';
import { Visitor } from './visitor.ts';

const WIDTHS = [320, 1440];
/** Kinds of pages that axe looks at. */
const JUDGED = ['home', 'post', 'series'];

/** A sentence and a word of each language. */
const LANGUAGES: Readonly<Record<string, readonly [sentence: string, word: string]>> = {
  de: ['Wer einen Garten hat, der hat auch im Winter etwas zu tun.', 'Gartenbauverein'],
  es: ['Quien tiene un jardín siempre tiene algo que hacer en invierno.', 'jardinería'],
  fr: ['Celui qui a un jardin a toujours quelque chose à faire en hiver.', 'jardinage'],
  ja: ['庭のある人には、冬にもすることがある。土を休ませ、種を選ぶ。', '庭仕事'],
  ar: ['من له حديقة فله عمل حتى في الشتاء، يريح الأرض ويختار البذور.', 'البستنة'],
};

const COVER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800"><path fill="#7a9e7e" d="M0 0h1600v800H0z"/></svg>';

function content(language: string, [sentence, word]: readonly [string, string]): string {
  const body = `${sentence} ${sentence}

## ${word}

- ${sentence}
- ${word}

> ${sentence}

| ${word} | ${word} |
| --- | --: |
| ${sentence} | 1 |

\`\`\`js
const garden = 'beans'; // a line of code that is longer than the page of a phone is wide
\`\`\`

${sentence}[^1]

[^1]: ${sentence}

## ${word} 2

${sentence}
`;
  const posts = Array.from({ length: 25 }, (_, index) => [
    `posts/post-${index}/index.md`,
    `---\ntitle: ${JSON.stringify(`${sentence} ${index}`)}\npublishDate: 2023-0${1 + (index % 9)}-10\nauthor: Rosa\ntags: [${word}]\nseries: ${word}\npinned: ${index === 0}\ncover: ./cover.svg\ncoverAlt: ${word}\n---\n\n${body}`,
  ]);
  return folderWith({
    'site.yaml': `title: ${word}\nurl: https://example.org/\nlanguage: ${language}\ndescription: ${sentence}\n`,
    'authors/rosa.json': JSON.stringify({ name: 'Rosa', bio: sentence }),
    ...Object.fromEntries(posts),
    ...Object.fromEntries(
      posts.map(([path = '']) => [path.replace('index.md', 'cover.svg'), COVER]),
    ),
  });
}

describeWith(CHROMIUM, 'a site', (program) => {
  describe.each(Object.entries(LANGUAGES))('in the language %s', (language, words) => {
    const visitor = new Visitor(program, () =>
      buildSite({ content: content(language, words), args: ['--host', HEADERS_HOST] }),
    );

    it('renders every kind of page at any width', async () => {
      const faults: string[] = [];
      const page = await visitor.context.newPage();
      for (const [kind, address] of pageKinds(visitor.output)) {
        const visit = await visitor.open(address, 200, page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const found = await layoutFaults(page);
          faults.push(...found.map((fault) => `${kind}, ${width}: ${fault}`));
        }
        const judged = JUDGED.includes(kind) ? await axeFaults(page) : [];
        const found = [...judged, ...(await visit.faults())];
        faults.push(...found.map((fault) => `${kind}: ${fault}`));
      }
      await page.close();
      expect(faults).toEqual([]);
    });

    it('starts lines on the correct side', async () => {
      const address = required(pageKinds(visitor.output).get('post'));
      const { page } = await visitor.open(address);
      await page.setViewportSize({ width: 1440, height: 800 });
      const left = async (selector: string): Promise<number> =>
        (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;
      const fromTheRight = (await left('.site-title')) > (await left('.site-navigation'));
      expect(fromTheRight).toBe(language === 'ar');
      expect((await left('.post-meta')) > (await left('h1'))).toBe(fromTheRight);
      expect(await page.evaluate('getComputedStyle(document.querySelector("pre")).direction')).toBe(
        'ltr',
      );
      await page.close();
    });
  });
});
