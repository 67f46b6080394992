/** Asks the owner of a new blog on a terminal. */
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { HOST_NAMES, siteSchema } from '../content/site-schema.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { oneLine } from '../lib/yaml-text.ts';
import { mistakeIn, type Answers, type Question } from './answers.ts';

/** The owner pressed Ctrl-C or ended the input. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

type Asked = Exclude<Question, 'timeZone' | 'accent'>;

const QUESTIONS: Readonly<Record<Asked, string>> = {
  title: 'Title of the blog',
  url: 'Address of its home page',
  language: 'Language, as a tag such as en, de or pt-BR',
  author: 'Author',
  host: 'Host',
};

/** A conversation. Close it at the end. */
export class Terminal {
  readonly #lines: Interface;
  readonly #typed: AsyncIterator<string>;
  readonly #output: Writable;

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    this.#lines = createInterface({ input, output, terminal: true });
    // Keeps lines that come before their question, such as pasted ones.
    this.#typed = this.#lines[Symbol.asyncIterator]();
  }

  close(): void {
    this.#lines.close();
  }

  say(text: string): void {
    this.#output.write(`${text}\n`);
  }

  /** @throws {Cancelled} */
  async isWanted(question: string): Promise<boolean> {
    const answer = await this.#ask(`${question} [y/N] `);
    return /^y(?:es)?$/i.test(answer);
  }

  /**
   * Asks until the setting is valid. Enter takes what is assumed.
   * @throws {Cancelled}
   */
  async setting(name: Asked, assumed: string | undefined): Promise<string> {
    if (name === 'host') this.say(`Hosts: ${HOST_NAMES.join(', ')}`);
    const hint = assumed === undefined ? '' : ` (${assumed})`;
    for (;;) {
      const answer = oneLine(await this.#ask(`${QUESTIONS[name]}${hint}: `)) || (assumed ?? '');
      const mistake = answer === '' && name === 'author' ? undefined : mistakeIn(name, answer);
      if (mistake === undefined) return answer;
      this.say(mistake + (name === 'host' ? suggestion(answer) : ''));
    }
  }

  /** @throws {Cancelled} */
  async #ask(question: string): Promise<string> {
    this.#lines.setPrompt(question);
    this.#lines.prompt();
    // Ctrl-C and Ctrl-D end the lines.
    const { done, value } = await this.#typed.next();
    if (done === true) throw new Cancelled();
    return value;
  }
}

/**
 * Asks what flags have not told.
 * @param told settings that flags have told
 * @throws {Cancelled}
 */
export async function askFor(
  terminal: Terminal,
  told: ReadonlySet<string>,
  assumed: Answers,
): Promise<Answers> {
  const ask = async (name: Asked): Promise<string> =>
    told.has(name) ? (assumed[name] ?? '') : terminal.setting(name, assumed[name]);
  return {
    ...assumed,
    title: await ask('title'),
    url: await ask('url'),
    language: await ask('language'),
    author: (await ask('author')) || undefined,
    host: hostOf(await ask('host')),
  };
}

/** @throws {Error} if it is no host */
export function hostOf(name: string): Answers['host'] {
  const [host] = siteSchema.shape.host.parse(name);
  if (host === undefined) throw new Error('A host has no name.');
  return host;
}

function suggestion(name: string): string {
  const meant = suggestName(name, HOST_NAMES);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
