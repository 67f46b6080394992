/** Cleanup of editor leftovers in the corpus. */
import { beforeAll, expect, it } from 'vitest';
import { built } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import {
  elements,
  hasClass,
  isHeading,
  lineOf,
  metaContent,
  onlyWithClass,
  withClass,
  type Element,
} from '../support/dom.ts';

/** Of 155 tables, one more was empty and another held nothing but a picture that is counted; and one in emphasis. */
const CAPTIONED = 129;
/** All in a recent post. */
const PICTURE_ROWS = 6;
const GALLERIES_IN_PARAGRAPHS = 5;
const TABLES_OF_DATA = 16;
/** Stylesheets and scripts in the text; one post has nine. */
const FOLDED = 19;

const CODE = /\{[^}]*:[^}]*\}|function\s*\(/;

describeWithCorpus('editor leftovers in the corpus', (corpus) => {
  const bodies: Element[] = [];
  const summaries: string[] = [];
  let stderr = '';
  let feed = '';

  beforeAll(async () => {
    const site = built(await corpusSite(corpus));
    stderr = site.stderr;
    feed = site.output.read('rss.xml');
    for (const { url } of expectations(corpus).values()) {
      const page = site.output.page(url);
      bodies.push(onlyWithClass(page, 'e-content'));
      summaries.push(metaContent(page, 'description') ?? '');
    }
  });

  const all = (...names: string[]) => bodies.flatMap((body) => elements(body, ...names));

  it('become a figure for each image above a caption', () => {
    const figures = all('figure');
    expect(figures).toHaveLength(CAPTIONED);
    for (const figure of figures) {
      expect(elements(figure, 'img')).toHaveLength(1);
      expect(elements(figure, 'figcaption').map(lineOf)).toEqual([expect.stringMatching(/\w/)]);
    }
    expect(bodies.flatMap((body) => withClass(body, 'pictures'))).toHaveLength(
      PICTURE_ROWS + GALLERIES_IN_PARAGRAPHS,
    );
  });

  it('leave only data tables, each with non-empty headers', () => {
    const tables = all('table');
    expect(tables).toHaveLength(TABLES_OF_DATA);
    for (const table of tables) {
      const headers = elements(table, 'th').map(lineOf);
      expect(headers).not.toEqual([]);
      expect(headers).not.toContain('');
    }
    expect(all('th').filter(({ attribs }) => attribs['scope'] === 'row')).toHaveLength(7);
  });

  it('leave no empty element', () => {
    const empty = all('p', 'div', 'span', 'b', 'i', 'em', 'strong', 'a', 'figcaption').filter(
      (element) =>
        element.attribs['id'] === undefined &&
        // Their sign comes from the stylesheet.
        !hasClass(element, 'anchor') &&
        lineOf(element) === '' &&
        elements(element, 'img', 'iframe', 'input').length === 0,
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
    expect(all().filter((heading) => isHeading(heading) && lineOf(heading) === '')).toEqual([]);
  });

  it('leave no line break at the start or end of a block', () => {
    const atEdge = all('p', 'li', 'td', 'th', 'figcaption', 'div').filter((block) =>
      [block.children[0], block.children.at(-1)].some(
        (child) => child !== undefined && 'name' in child && child.name === 'br',
      ),
    );
    expect(atEdge.map(lineOf)).toEqual([]);
  });

  it('are code in eleven posts, which is reported, folded and out of summaries', () => {
    expect(stderr.match(/code-in-text/g)).toHaveLength(11);
    const folded = bodies.filter((body) => withClass(body, 'leaked-code').length > 0);
    expect(folded).toHaveLength(11);
    expect(bodies.flatMap((body) => withClass(body, 'leaked-code'))).toHaveLength(FOLDED);
    expect(summaries).toHaveLength(733);
    expect(summaries.filter((summary) => CODE.test(summary))).toEqual([]);
  });

  it('are cleaned up in feeds too', () => {
    expect(feed.split('&lt;div class="pictures"&gt;')).toHaveLength(1 + PICTURE_ROWS);
    expect(feed).not.toContain('role="presentation"');
  });
});
