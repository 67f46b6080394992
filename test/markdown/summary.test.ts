/** Summaries for lists, feeds and link previews. */
import { describe, expect, it } from 'vitest';
import { clip, summaryOf as summaryOfBody } from '../../src/markdown/summary/summary.ts';
import { render } from '../support/render.ts';

const LONG =
  'The garden opened in spring. Volunteers had worked on it all winter, through frost and rain. ' +
  'Nobody expected that many visitors on the very first day. Some came from far away, and most of them stayed until the evening, when the gates were closed again.';

function summaryOf(description: string | undefined, prose: string): string {
  return summaryOfBody(description, { prose, opening: prose });
}

describe('summaryOf', () => {
  it('keeps a description as written', () => {
    expect(summaryOf('What we planted.', LONG)).toBe('What we planted.');
    expect(summaryOf('No full stop at the end', LONG)).toBe('No full stop at the end');
    expect(summaryOf('Trees & <b>bushes</b>', LONG)).toBe('Trees & <b>bushes</b>');
  });

  it.each([
    'p.p1 {margin: 0.0px; color: #454545} The garden opened in spring.',
    'p.p1 {margin: 0.0px; color: #454545; line-hei...',
    '<!-- /* Font Definitions */ --> The gar\u2026',
  ])('replaces one that begins with code: %s', (description) => {
    expect(summaryOf(description, 'What we planted.')).toBe('What we planted.');
  });

  it('keeps code that the description is about', () => {
    const description = 'How a { color: red } changed our blog.';
    expect(summaryOf(description, LONG)).toBe(description);
  });

  it('may end with a sentence that is just long enough', () => {
    const start = `${'a'.repeat(79)}.`;
    expect(summaryOf(undefined, `${start} B${'b'.repeat(300)}.`)).toBe(start);
  });

  it('joins the lines of a description', () => {
    expect(summaryOf('  Over\n two\u2028lines. ', LONG)).toBe('Over two lines.');
  });

  it.each(['...', '\u2026', ' ...'])('replaces a truncated start that ends with %j', (end) => {
    const summary = summaryOf(`The garden opened in spring. Volunteers had wor${end}`, LONG);
    expect(summary).toBe(
      'The garden opened in spring. Volunteers had worked on it all winter, through frost and rain. ' +
        'Nobody expected that many visitors on the very first day.',
    );
  });

  it('finds the start despite different punctuation', () => {
    const summary = summaryOf('\u201cThe  garden\u201d opened *in* spri...', LONG);
    expect(summary.startsWith('The garden opened in spring.')).toBe(true);
  });

  it('starts where the description started', () => {
    expect(summaryOf('Nobody expected that many visi...', LONG)).toMatch(/^Nobody expected/);
  });

  it('cuts a truncated description that is not in the text after a word', () => {
    expect(summaryOf('A quite different tex...', LONG)).toBe('A quite different\u2026');
  });

  it.each([
    '<table align="center" cellpadding="0"><tbody><tr><td><a hr...',
    '<!-- --> <!-- /* Font Definitions */ @font-face {font-fam...',
    'The garden opened in spring. > > [](https://images.example.org/b/R2...',
    '![](./image.jpg) The garden ope...',
  ])('never shows the markup of a cut-off start: %s', (description) => {
    expect(summaryOf(description, LONG)).toBe(clip(LONG));
  });

  it.each([
    ['Spring', 'Roses bloom in June. Tulips bloom in April.'],
    ['Spring!', 'Spring! Roses bloom in June. Tulips\u2026'],
  ])('never runs on from a heading: %s', async (heading, summary) => {
    const markdown = `# ${heading}\n\nRoses bloom in June.\n\nTulips bloom in April.`;
    const description = `${heading} Roses bloom in June. Tulips blo...`;
    expect((await render(markdown, { description })).summary).toBe(summary);
  });

  it.each([
    ['はじめに水を。\n\n次に土を。', 'はじめに水を。次に土を。'],
    ['물을 준다.\n\n흙을 덮는다.', '물을 준다. 흙을 덮는다.'],
  ])('has a space between paragraphs where the language has one: %s', async (text, summary) => {
    expect((await render(text)).summary).toBe(summary);
  });

  it('uses the text when there is no description', () => {
    expect(summaryOf(undefined, 'A short text')).toBe('A short text');
    expect(summaryOf(undefined, '')).toBe('');
  });
});

describe('clip', () => {
  it('keeps a short text', () => {
    expect(clip('Short, without an end')).toBe('Short, without an end');
  });

  it('ends after a sentence', () => {
    expect(clip(LONG)).toMatch(/first day\.$/);
  });

  it('does not end where a sentence goes on after an ellipsis', () => {
    const text = `It rained. ${'Then came a day of rain, '.repeat(6)}well\u2026 and another${' of rain'.repeat(30)}.`;
    expect(clip(text)).not.toMatch(/well\u2026$/);
  });

  it.each([
    ['Dr. Green', 'e.g. oaks', 'J. Hill', 'the U.S. team'],
    ['Mr. Brown', 'i.e. elms', 'Prof. Reed', 'Acme Inc. trees'],
  ])('does not end at an abbreviation: %s, %s, %s, %s', (...abbreviations) => {
    const text = `${'word '.repeat(17)}${abbreviations.join(' and ')} ${'more words follow here '.repeat(12)}`;
    expect(clip(text)).toMatch(/\u2026$/);
    expect(clip(text)).toContain(abbreviations[0]);
  });

  it.each([
    'Acme Inc. Roses',
    'Acme Co. Roses',
    'Green Corp. Trees',
    'J. R. R. Tolkien',
    'J.R.R. Tolkien',
    'St. Paul',
    'No. 5',
    'Vol. II',
    'Jan. 3',
    'Gen. Oak',
    'Ph.D. students',
    'etc. and',
    'ca. zehn',
    'z. B. Rosen',
    'z.B. Rosen',
    'd. h. Tulpen',
    'u. a. Nelken',
    'bzw. Veilchen',
    'am 3. Mai',
    'im 19. Jahrhundert',
    'Samstag, 4. Mai',
    'seit 3. 5. 2024',
    'Nr. 7',
    'p. ex. une rose',
    'M. Dupont',
    'Sra. Rosa',
    'EE. UU. tienen',
    'p. ej. Rosas',
    'd. Unknown',
    'Abbrev. of',
  ])('does not end within %s', (words) => {
    const text = `${'word '.repeat(20)}${words} ${'more words follow '.repeat(20)}`;
    expect(clip(text)).toContain(words);
    expect(clip(text)).toMatch(/\u2026$/);
  });

  it.each([
    ['He said no.', 'Then'],
    ['It was 2005.', 'Then'],
    ['Roses, tulips, etc.', 'Then'],
    ['It is 3.5.', 'Then'],
    ['See example.org.', 'Then'],
    ['(So it was.)', 'Then'],
    ['\u0644\u0645\u0627\u0630\u0627\u061f', '\u0644\u0623\u0646'],
    ['\u4ed6\u8bf4\u201c\u597d\u3002\u201d', '\u7136\u540e'],
  ])('ends at %s', (end, next) => {
    const text = `${'word '.repeat(20)}${end} ${next} ${'more words follow '.repeat(20)}`;
    expect(clip(text)).toBe(`${'word '.repeat(20)}${end}`);
  });

  it('does not end at dots that open a quotation', () => {
    const text = `Nobody knew what to say. ${'word '.repeat(20)}and she said: \u201c... ${'and went on '.repeat(20)}`;
    expect(clip(text)).toMatch(/(?:and|went|on)\u2026$/);
  });

  it('keeps the quotation mark that closes a sentence', () => {
    const text = `${'word '.repeat(20)}she said \u201cyes!\u201d ${'and went on '.repeat(20)}`;
    expect(clip(text)).toMatch(/\u201cyes!\u201d$/);
  });

  it('ends after a word, with an ellipsis, when no sentence ends', () => {
    const text = 'unending words, '.repeat(40);
    const summary = clip(text);
    expect(summary).toMatch(/(?:unending|words)\u2026$/);
    expect(summary.length).toBeLessThanOrEqual(181);
  });

  it('ends at sentences in scripts without spaces', () => {
    const sentence = '\u5ead\u304c\u958b\u3044\u305f\u3002';
    expect(clip(sentence.repeat(60))).toMatch(/\u3002$/);
  });

  it('cuts text without spaces between characters', () => {
    const summary = clip(`Hello \u5ead${'\u306e\u82b1'.repeat(200)}`);
    expect(summary).toMatch(/[\u306e\u82b1]\u2026$/);
    expect(summary.length).toBeGreaterThan(150);
    expect(summary.length).toBeLessThanOrEqual(182);
  });

  it.each(['', 'x', 'xy'])('never splits a character after "%s"', (start) => {
    for (const character of ['\u{20bb7}', '\u{1f469}\u200d\u{1f33e}', 'e\u0301']) {
      const summary = clip(start + character.repeat(200));
      expect(summary.isWellFormed()).toBe(true);
      expect(summary.slice(start.length, -1).replaceAll(character, '')).toBe('');
      expect(summary).toMatch(/\u2026$/);
    }
  });
});
