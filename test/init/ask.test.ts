/** The conversation of `npm run init`. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { assumedAnswers, type Answers } from '../../src/init/answers.ts';
import { Cancelled, Terminal, askFor } from '../../src/init/ask.ts';

const ASSUMED = assumedAnswers({
  folder: '/home/ada/my-garden',
  writer: 'Ada Example',
  env: { LANG: 'de_AT.UTF-8' },
  timeZone: 'Europe/Vienna',
});

/** The answers to what is typed, and what the terminal shows. */
async function talk(
  typed: string,
  told: readonly string[] = [],
): Promise<{ answers: Answers; shown: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = new Terminal(input, output);
  input.write(typed);
  try {
    const answers = await askFor(terminal, new Set(told), ASSUMED);
    return { answers, shown: String(output.read()) };
  } finally {
    terminal.close();
  }
}

describe('what is assumed', () => {
  it('comes from the folder, git, the terminal and the machine', () => {
    expect(ASSUMED).toMatchObject({
      title: 'My garden',
      author: 'Ada Example',
      language: 'de',
      timeZone: 'Europe/Vienna',
      host: 'static',
    });
  });

  it('is plain where these say nothing of use', () => {
    const nothing = { folder: '/', writer: ' ', env: { LC_ALL: 'C.UTF-8' }, timeZone: 'Nowhere' };
    expect(assumedAnswers(nothing)).toMatchObject({
      title: 'A blog',
      author: undefined,
      language: 'en',
      timeZone: 'UTC',
    });
  });

  it('is taken on Enter', async () => {
    const { answers, shown } = await talk('\n\n\n\n\n');
    expect(answers).toEqual(ASSUMED);
    expect(shown).toContain('Title of the blog (My garden): ');
    expect(shown).toContain('github-pages');
  });
});

describe('an answer', () => {
  it('replaces what is assumed', async () => {
    const { answers } = await talk(
      'Roses\u0001  & more\nhttps://roses.example/\nfr\nZoë\nnetlify\n',
    );
    expect(answers).toEqual({
      ...ASSUMED,
      title: 'Roses & more',
      url: 'https://roses.example/',
      language: 'fr',
      author: 'Zoë',
      host: 'netlify',
    });
  });

  it('is asked again while it is wrong, with the reason', async () => {
    const { answers, shown } = await talk(
      '\nroses.example\nhttps://roses.example\nxx_y\nfr\n\nnetlfy\nnetlify\n',
    );
    expect(answers).toMatchObject({
      url: 'https://roses.example',
      language: 'fr',
      host: 'netlify',
    });
    expect(shown).toContain('it is not a URL that starts with https:// or http://');
    expect(shown).toContain('it is not a language tag');
    expect(shown).toContain('Did you mean netlify?');
  });

  it('is not needed where a flag has told it', async () => {
    const { answers, shown } = await talk('es\n', ['title', 'url', 'author', 'host']);
    expect(answers).toEqual({ ...ASSUMED, language: 'es' });
    expect(shown).not.toContain('Title');
  });

  it.each([
    ['y', true],
    ['Yes', true],
    ['', false],
    ['no', false],
  ])('"%s" to a yes-or-no question means %s', async (typed, expected) => {
    const input = new PassThrough();
    const terminal = new Terminal(input, new PassThrough());
    input.write(`${typed}\n`);
    expect(await terminal.isWanted('Sure?')).toBe(expected);
    terminal.close();
  });
});

it.each([
  ['Ctrl-C', 'Roses\n\u0003'],
  ['Ctrl-D', 'Roses\n\u0004'],
])('%s ends the conversation', async (_key, typed) => {
  await expect(talk(typed)).rejects.toThrow(Cancelled);
});
