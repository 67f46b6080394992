/** Every element becomes what the guide says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  HTML_ELEMENTS,
  KEPT_ELEMENTS,
  RENAMED_ELEMENTS,
} from '../../src/markdown/raw-html/html-elements.ts';
import { ROOT } from '../support/build-site.ts';
import { elements, lineOf, textOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

interface Row {
  readonly names: readonly string[];
  readonly fate: string;
}

/** The table of the guide that begins with this heading. */
function tableOf(guide: string, heading: string): Row[] {
  const [, table = ''] = guide.split(new RegExp(`^\\| ${heading} .*\\n\\| -.*\\n`, 'm'));
  const [rows = ''] = table.split('\n\n');
  return rows.split('\n').map((row) => {
    const [, names = '', fate = ''] = row.split('|');
    return {
      names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
      fate: fate.trim(),
    };
  });
}

const guide = readFileSync(path.join(ROOT, 'docs/guide/writing.md'), 'utf8');
const table = tableOf(guide, 'HTML');

/** Elements of the rows whose fate matches. */
function withFate(fate: RegExp): string[] {
  return table.flatMap((row) => (fate.test(row.fate) ? row.names : []));
}

describe('the table of the guide', () => {
  it('lists every element once', () => {
    expect(table.flatMap(({ names }) => names).toSorted()).toEqual([...HTML_ELEMENTS].toSorted());
  });

  it('says which elements stay', () => {
    const others = ['iframe', 'input'];
    expect([...withFate(/^the same/), ...others].toSorted()).toEqual(KEPT_ELEMENTS.toSorted());
  });

  it('says what others are replaced by', () => {
    for (const name of new Set(RENAMED_ELEMENTS.values())) {
      const fate = name === 'span' ? /^their content; `span`/ : new RegExp(`^\`${name}\``);
      const renamed = [...RENAMED_ELEMENTS].flatMap(([from, to]) => (to === name ? from : []));
      expect(
        withFate(fate)
          .filter((from) => from !== 'form')
          .toSorted(),
      ).toEqual(renamed.toSorted());
    }
  });
});

describe('an obsolete element', () => {
  it.each([...RENAMED_ELEMENTS])('%s becomes %s and keeps its words', async (from, to) => {
    const { document } = await render(
      `<div>\n<${from} id="x">words</${from}>\n</div>\n\nafter *it*`,
    );
    const [element] = elements(document).filter(({ attribs }) => attribs['id'] === 'x');
    expect(element?.name).toBe(to);
    expect(lineOf(document)).toBe('words after it');
    expect(elements(document, 'em')).toHaveLength(1);
  });

  it('without attributes leaves only its content', async () => {
    const { html } = await render('A <font color="red">red</font> <big>r</big>ose');
    expect(html).toBe('<p>A red rose</p>\n');
  });

  it('keeps the expansion of an acronym', async () => {
    const { html } = await render('<acronym title="Compost heap">CH</acronym>');
    expect(html).toContain('<abbr title="Compost heap">CH</abbr>');
  });
});

describe('an obsolete block', () => {
  it.each([
    ['in a paragraph', 'one<center>two</center>three', '<p>one</p><div>two</div><p>three</p>'],
    ['in a paragraph of its own', '<p><center>two</center></p>', '<div>two</div>'],
    [
      'around paragraphs',
      '<p>one<center><p>two</p></center></p>',
      '<p>one</p><div><p>two</p></div>',
    ],
    ['within a font', '<font>one<p>two</p></font>three', '<p>one</p><p>two</p><p>three</p>'],
    [
      'in emphasis',
      '**one<center>two</center>three**',
      '<p><strong>one<br />two<br />three</strong></p>',
    ],
    [
      'at the start of a link',
      '[<center>two</center>three](#a)',
      '<p><a href="#a">two<br />three</a></p>',
    ],
    ['in a heading', '<h2>one <main>two</main></h2>', 'one <br />two<a '],
    [
      'in a table',
      '<table><tr><td>1</td><td>2</td></tr><center><tr><td>3</td><td>4</td></tr></center></table>',
      '<td>2</td></tr><tr><td>3</td>',
    ],
    [
      'in a list',
      '<ul><li>one</li><center><li>two</li></center></ul>',
      '<ul><li>one</li><li>two</li></ul>',
    ],
    [
      'that is a list',
      'one<menu><li>two</menu>three',
      '<p>one</p><ul><li>two</li></ul><p>three</p>',
    ],
  ])('%s stays apart from the words beside it', async (_where, markdown, html) => {
    expect((await render(markdown)).html.replaceAll('\n', '')).toContain(html);
  });

  it('leaves the id of the paragraph at its start', async () => {
    const { document } = await render('<p id="x">one<center>two</center>three</p>');
    const targets = elements(document).filter(({ attribs }) => attribs['id'] === 'x');
    expect(targets.map(textOf)).toEqual(['one']);
  });
});
