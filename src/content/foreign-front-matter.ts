/** Recognises front matter in the formats of other generators. */
import type { Position } from '../lib/problem.ts';

/** A file that cannot be split into front matter and body. */
export interface SplitError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Absent if the problem is the file as a whole. */
  readonly at: Position | undefined;
}

interface Foreign {
  readonly error: SplitError;
  readonly body: string;
}

const TOML = /^\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|$)/ms;
const ASSIGNMENT = /^([\w-]+)[ \t]*=(.+)$/m;
const JSON_OBJECT = /^\{\s*".*?\}[ \t]*(?:;;;[ \t]*)?(?:\r?\n|$)/s;
/** Hexo leaves out the first line. */
const UNOPENED =
  /^[\w-]+:(?:[ \t].*)?\r?\n(?:(?:\w[\w-]*:(?:[ \t].*)?|[ \t-].*)\r?\n)*?---[ \t]*(?:\r?\n|$)/;

/** What to do about the front matter of a file that does not start with `---`, if it has any. */
export function foreignFrontMatter(source: string): Foreign | undefined {
  const toml = TOML.exec(source);
  if (toml !== null) {
    const [, name = 'title', value = '"..."'] = ASSIGNMENT.exec(toml[1] ?? '') ?? [];
    return foreign(source, toml[0], {
      code: 'front-matter-language',
      message: 'The front matter is TOML, but Perennial reads only YAML.',
      hint: `Replace each \`+++\` with \`---\`, and each \` = \` with \`: \`, as in \`${name}: ${value.trim()}\`; \`hugo convert toYAML --unsafe\` converts a whole Hugo site.`,
    });
  }
  const json = JSON_OBJECT.exec(source);
  if (json !== null)
    return foreign(source, json[0], {
      code: 'front-matter-language',
      message: 'The front matter is JSON without the two lines `---`, so it is not found.',
      hint: 'Add a line `---` above the `{` and another below the `}`: YAML can be written as JSON.',
    });
  const unopened = UNOPENED.exec(source);
  if (unopened === null) return undefined;
  return foreign(source, unopened[0], {
    code: 'front-matter-missing',
    message: 'The front matter has no line `---` above it, so it is not found.',
    hint: 'Add a line `---` at the top of the file.',
  });
}

function foreign(source: string, top: string, error: Omit<SplitError, 'at'>): Foreign {
  return { error: { ...error, at: { line: 1, column: 1 } }, body: source.slice(top.length) };
}
