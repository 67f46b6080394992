/** What stays of a body that was edited as rich text. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  noteEarlier,
  noteMarkdown,
  noteRichText,
  withoutRewriting,
} from '../../src/editor/merge/rich-text-origins.ts';
import { mergeRichText } from '../../src/editor/merge/merge-rich-text.ts';

const SOURCE = `* one
* two

Text with a note.[^1]

| a | b |
|---|---|
| 1 | 2 |

\`\`\`sh
a

b
\`\`\`

The end
of it.

[^1]: The note.
`;

const REWRITTEN = `- one
- two

Text with a note.\\[^1\\]

| a | b |
| --- | --- |
| 1 | 2 |

\`\`\`sh
a

b
\`\`\`

The end of it.

\\[^1\\]: The note.`;

it.each([
  ['nothing', REWRITTEN, SOURCE.trimEnd()],
  [
    'a paragraph',
    REWRITTEN.replace('The end of it.', 'The **end**.'),
    SOURCE.trimEnd().replace('The end\nof it.', 'The **end**.'),
  ],
  [
    'a paragraph more',
    REWRITTEN.replace('The end', 'More.\n\nThe end'),
    SOURCE.trimEnd().replace('The end', 'More.\n\nThe end'),
  ],
  [
    'a paragraph less',
    REWRITTEN.replace('The end of it.\n\n', ''),
    SOURCE.trimEnd().replace('The end\nof it.\n\n', ''),
  ],
  [
    'an item of a list',
    REWRITTEN.replace('- two', '- 2'),
    SOURCE.trimEnd().replace('* two', '* 2'),
  ],
  [
    'a block elsewhere',
    `${REWRITTEN.replace('- one\n- two\n\n', '')}\n\n- one\n- two`,
    `${SOURCE.replace('* one\n* two\n\n', '').trimEnd()}\n\n- one\n- two`,
  ],
])('%s was edited: other blocks keep their text', (_, edited, expected) => {
  expect(mergeRichText(SOURCE.trimEnd(), REWRITTEN, edited)).toBe(expected);
});

it('keeps edits in blocks that the editor splits otherwise', () => {
  expect(mergeRichText('a\nb\n\nc', 'a\n\nb\n\nc', 'a\n\nB\n\nc')).toBe('a\n\nB\n\nc');
});

it('follows a body from mode to mode', () => {
  noteRichText('* a\n\n* b', '- a\n\n- b', false);
  noteRichText('- a\n\n- b', '- a\n\n- B', true);
  noteMarkdown('- a\n\n- B', '- a\n\n- B!');
  expect(withoutRewriting('- a\n\n- B!', '* a\n\n* b')).toBe('* a\n\n* B!');
});

it('takes Markdown as it is', () => {
  noteMarkdown('* raw', '- raw');
  expect(withoutRewriting('- raw', '* raw')).toBe('- raw');
});

it('keeps the first edit of a body that rich text does not rewrite', () => {
  noteRichText('Same text.', 'Same text.', false);
  noteRichText('Same text.', 'Same *text*.', true);
  expect(withoutRewriting('Same *text*.', 'Same text.')).toBe('Same *text*.');
});

it('keeps an edit that was faster than rich text', () => {
  noteRichText('* a\n\n1) b\n\n* c', '- a\n\n1. b\n\n- edited', true);
  expect(withoutRewriting('- a\n\n1. b\n\n- edited', '* a\n\n1) b\n\n* c')).toBe(
    '* a\n\n1) b\n\n- edited',
  );
});

describe('a draft that is restored', () => {
  beforeEach(() => noteEarlier([{ source: SOURCE.trim(), rewritten: REWRITTEN, isEdited: false }]));

  it('keeps the text of the blocks that nobody has edited', () => {
    const draft = REWRITTEN.replace('- two', '- two or three');
    const kept = SOURCE.trim().replace('* two', '* two or three');
    expect(withoutRewriting(draft, SOURCE)).toBe(kept);
    noteRichText(draft, draft.replace('The end', 'The very end'), false);
    noteMarkdown(draft.replace('The end', 'The very end'), `${draft}\n\nMore.`);
    expect(withoutRewriting(`${draft}\n\nMore.`, SOURCE)).toBe(`${kept}\n\nMore.`);
  });

  it('stays as it is if it is Markdown', () => {
    const draft = SOURCE.trim().replace('* two', '- two');
    expect(withoutRewriting(draft, SOURCE)).toBe(draft);
  });
});
