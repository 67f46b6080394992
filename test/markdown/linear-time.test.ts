/**
 * Texts that somebody wrote to hold up a build take time in proportion to their
 * length. For longer ones than by default:
 *
 *     LONGEST_TEXT=1000000 npm test -- test/markdown/linear-time.test.ts
 */
import { expect, it } from 'vitest';
import { render } from '../support/render.ts';

const SHORTEST = 10_000;
const LONGEST = Number(process.env['LONGEST_TEXT'] ?? (process.env['CI'] ? 160_000 : 80_000));
/** Twice the text may take at most so many times as long. Quadratic time would be 4. */
const GROWTH = 2.5;
/** Times that say nothing: the garbage collector may take as long. */
const NEGLIGIBLE = 300;
const TRIES = 3;

const DIGITS = '[a](https://old.example/2010/01/';

it.each([
  ...['.a', '__a', 'a@', '<!--', '.', 'U.S.', 'a--', '_.', '*a', '**a _b ', '~~a', '`', '`a``'],
  ...['[', '[[a]', '[a](', '![a]', '[a](<b', '[^a]', '[\\', '\\*', '&am', '<', '<a ', '<a b="'],
  ...['<div>\n\n', '><', '</b>', 'www.', 'http://a.', '|a', '|-', '#', '> a\nb\n', '> - a\nb\n'],
  ...[
    '> [!NOTE]\n> |-\n',
    '- a\nb\n',
    '[a]: b\n',
    '[audio ',
    '{{<',
    ':::\n',
    ' \n',
    '\t',
    '\u6f22 \n',
  ],
])('%j again and again', async (unit) => {
  expect(await growthOf((length) => repeat(unit, length))).toBeLessThanOrEqual(GROWTH);
});

it.each([
  ['digits in an old link', (length: number) => `${DIGITS}${repeat('0', length)})`],
  ['dashes in an old link', (length: number) => `${DIGITS}${repeat('-', length)}.html)`],
  ['underscores in the path of a link', (length: number) => `[a](/${repeat('_', length)})`],
  ['slashes in the text of a link', (length: number) => `[${repeat('a/', length)}](/a)`],
  ['dashes in a reference', (length: number) => `[a](https://r.example/${repeat('-', length)}/z)`],
  ['sources of a picture', (length: number) => picture('<source srcset=a>', length)],
  [
    'sources of lazy images',
    (length: number) => picture('<img src=data:><source srcset=a.b>', length),
  ],
])('%s', async (_what, text) => {
  expect(await growthOf(text)).toBeLessThanOrEqual(GROWTH);
});

const OPTIONS = {
  legacyHosts: ['old.example'],
  references: [
    {
      name: 'R',
      pattern: ['https://r.example/:a-:b-:c-:d'],
      label: ':a',
      except: [],
      icon: 'link',
    },
  ],
} as const;

/** How much longer twice the text takes. */
async function growthOf(textOf: (length: number) => string): Promise<number> {
  const doublings = Math.log2(LONGEST / SHORTEST);
  let growth = Infinity;
  for (let attempt = 0; attempt < TRIES && growth > GROWTH; attempt++) {
    const short = await timeOf(textOf(SHORTEST));
    const long = await timeOf(textOf(LONGEST));
    growth = long < NEGLIGIBLE ? 1 : (long / short) ** (1 / doublings);
  }
  return growth;
}

/** Milliseconds of the processor. */
async function timeOf(text: string): Promise<number> {
  const before = process.cpuUsage();
  await render(text, OPTIONS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function picture(inside: string, length: number): string {
  return `<picture>${repeat(inside, length)}<img src=b.png></picture>`;
}

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
