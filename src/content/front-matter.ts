/** Splits a Markdown file into front matter and body. The only importer of gray-matter. */
import matter from 'gray-matter';
import type { Position } from '../lib/problem.ts';
import { foreignFrontMatter, type SplitError } from './foreign-front-matter.ts';
import { parseYaml, type ParsedYaml } from './yaml.ts';

export type SplitFile =
  | {
      readonly ok: true;
      readonly yaml: string;
      /** Parsed YAML, not validated yet. */
      readonly frontMatter: unknown;
      readonly body: string;
    }
  | {
      readonly ok: false;
      readonly error: SplitError;
      /** The body, as far as it can be separated from the front matter. */
      readonly body: string;
    };

const OPENING = /^---[ \t]*(?:([^\s-]\S*)[ \t]*)?(?:\r?\n|$)/;
const CLOSING = /^---[ \t]*$/m;
const TOP: Position = { line: 1, column: 1 };

/**
 * Splits a file at the two `---` lines at its top. Front matter in another language than YAML is
 * refused, since gray-matter would run JavaScript.
 */
export function splitFrontMatter(text: string): SplitFile {
  const source = text.replace(/^\uFEFF/, '');
  const opening = OPENING.exec(source);
  if (opening === null) {
    if (source.includes('\0')) return failure(BINARY, '');
    const { error, body } = foreignFrontMatter(source) ?? { error: MISSING, body: source };
    return failure(error, body);
  }
  const language = opening[1];
  const isForeign = language !== undefined && language !== 'yaml';
  const start = opening[0].length;
  const closing = CLOSING.exec(source.slice(start));
  if (closing === null) return failure(isForeign ? foreignLanguage(language) : UNCLOSED, '');
  const end = start + closing.index + closing[0].length;
  const body = source.slice(end).replace(/^\r?\n/, '');
  if (isForeign) return failure(foreignLanguage(language), body);
  if (end > MAX_LENGTH) return failure(TOO_LARGE, body);

  let parsed: ParsedYaml = { ok: true, value: {} };
  const engine = {
    parse(yaml: string): object {
      parsed = parseYaml(yaml);
      return {};
    },
  };
  // The body is left out because gray-matter would copy it. Passing options also turns off its
  // cache, which would hide an error the second time.
  matter(source.slice(0, end), {
    language: 'yaml',
    engines: { yaml: engine, js: refuse, javascript: refuse, json: refuse },
  });
  return finish(body, source.slice(start, start + closing.index), parsed);
}

function finish(body: string, yaml: string, parsed: ParsedYaml): SplitFile {
  if (!parsed.ok) {
    const { message, at } = parsed.error;
    const error = {
      code: 'front-matter-yaml',
      message: `The front matter is not valid YAML: ${message}.`,
      hint: 'Write one `name: value` per line, indent with spaces, and quote text that contains `: ` or starts with a special character.',
      at,
    };
    return failure(error, body);
  }
  return { ok: true, yaml, frontMatter: parsed.value, body };
}

const refuse = {
  parse(): never {
    throw new Error('Only YAML front matter is read.');
  },
};

function failure(error: SplitError, body: string): SplitFile {
  return { ok: false, error, body };
}

const BINARY: SplitError = {
  code: 'file-not-text',
  message: 'The file contains null characters and no front matter, so it is not a text file.',
  hint: 'Move it elsewhere, or save the text as UTF-8.',
  at: undefined,
};

const MISSING: SplitError = {
  code: 'front-matter-missing',
  message: 'The file does not start with front matter.',
  hint: 'Start the file with a line `---`, then `title: ...` and `publishDate: ...`, then another line `---`.',
  at: TOP,
};

/** In characters; enough for a thousand old addresses. */
const MAX_LENGTH = 50_000;

const TOO_LARGE: SplitError = {
  code: 'front-matter-too-large',
  message: `The front matter is longer than ${MAX_LENGTH} characters, which no post needs.`,
  hint: 'Check whether part of the post was pasted into it.',
  at: TOP,
};

const UNCLOSED: SplitError = {
  code: 'front-matter-unclosed',
  message: 'The front matter that starts on line 1 is never closed.',
  hint: 'Add a line `---` between the front matter and the text of the post.',
  at: TOP,
};

function foreignLanguage(language: string): SplitError {
  return {
    code: 'front-matter-language',
    message: `The front matter is marked as "${language}", but Perennial reads only YAML and never runs code from a post.`,
    hint: 'Make the first line `---` and write the fields in YAML.',
    at: TOP,
  };
}
