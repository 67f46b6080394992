/** Text as the search index has it, and the words that misspelt ones may mean. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { markHtml, markText, unmarked } from '../../../src/outputs/search/marked-text.ts';
import { wordFiles, wordsOf } from '../../../src/outputs/search/word-files.ts';

/** Soft hyphens as `|`. */
function shown(text: string): string {
  return text.replaceAll('\u00ad', '|');
}

describe('a text for the index', () => {
  it.each([
    ['Plain words, \u201cquoted\u201d.', 'Plain words, \u201cquoted\u201d.'],
    ['Café olé', 'Café olé'],
    ['Straße', 'Straße|-strasse'],
    ['Größe, Äpfel', 'Größe|-grosse|-groesse, Äpfel|-aepfel'],
    ['Zu\u0308rich', 'Zu\u0308rich|-zuerich'],
    ['L\u2019œuvre', 'L\u2019œuvre|-oeuvre'],
    ['المدرسة', 'المدرسة|-مدرسه'],
    ['الله', 'الله'],
    ['東京', '東 |京'],
    ['Python で書く。次', 'Python で |書 |く。 |次'],
    ['がぎ', 'が |ぎ'],
    ['서울에서', '서울에서'],
    ['Boden\u00adplatte, schön', 'Bodenplatte, schön|-schoen'],
  ])('%s', (text, marked) => {
    expect(shown(markText(text))).toBe(marked);
  });

  it('goes on across tags, whose attributes stay', () => {
    expect(shown(markHtml('<p title="東京 > Straße">東<b>京</b>語 <i>Straße</i></p>'))).toBe(
      '<p title="東京 > Straße">東<b> |京</b> |語 <i>Straße|-strasse</i></p>',
    );
  });

  it('can be had without other spellings', () => {
    expect(unmarked(markText('Größe und Äpfel'))).toBe('Größe und Äpfel');
  });
});

describe('the words of the site', () => {
  const documents = [
    'The grüße &amp; gruesse <code>tomato</code> at https://example.org/kohlrabi in 東京.',
    'The grüße. <i data-pagefind-meta="title[title]" title="Parsley"></i>',
    'The end',
  ].map((html) => wordsOf(markHtml(html)));
  const files = wordFiles(documents).map(({ content }) =>
    z.array(z.string()).parse(JSON.parse(Buffer.from(content).toString())),
  );

  it('are in the file of their first letter, the most frequent first', () => {
    expect(files).toHaveLength(16);
    expect(files['t'.charCodeAt(0) % 16]).toEqual(['the', 'tomato']);
  });

  it('come from titles, not from addresses or scripts without spaces', () => {
    const words = files.flat();
    expect(words).toContain('parsley');
    expect(words.toSorted()).toEqual(['end', 'gruesse', 'grüße', 'parsley', 'the', 'tomato']);
  });
});
