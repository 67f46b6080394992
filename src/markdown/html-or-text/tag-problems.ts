/** Problems with HTML that is not closed, or hides text. */
import type { Problem } from '../../lib/problem.ts';
import type { Range } from './source-edits.ts';
import type { Findings } from './tag-finder.ts';
import type { Decision } from './tag-matcher.ts';

/** Reports the first place of each kind; a note for each comment with prose. */
export function tagProblems(
  source: string,
  file: string,
  found: Findings,
  decisions: readonly Decision[],
): Problem[] {
  const problems: Problem[] = [];
  const report = (start: number, problem: Omit<Problem, 'file' | 'bodyLine'>): void => {
    const bodyLine = source.slice(0, start).split('\n').length;
    problems.push({ file, bodyLine, ...problem });
  };

  const hiding = new Map(
    decisions
      .filter(({ fate }) => fate === 'error')
      .toReversed()
      .map(({ tag }) => [tag.name, tag.start]),
  );
  for (const [name, start] of hiding)
    report(start, {
      severity: 'error',
      code: 'html-unclosed',
      message: `A \`<${name}>\` is never closed, so nobody would see the text after it.`,
      hint: `Write \`</${name}>\` where it ends, or put the tag in backticks if it is meant to be read.`,
    });

  const [comment, ...comments] = found.unclosedComments;
  if (comment !== undefined)
    report(comment, {
      severity: 'warning',
      code: 'comment-unclosed',
      message: `A comment is never closed${andMore(comments)}, so readers see it.`,
      hint: 'Write `-->` where it ends, or put `<!--` in backticks if it is meant to be read.',
    });

  const [quote, ...quotes] = found.unclosedQuotes;
  if (quote !== undefined)
    report(quote, {
      severity: 'warning',
      code: 'html-quote-unclosed',
      message: `The value of an attribute lacks its closing quote in "${excerpt(source, quote)}"${andMore(quotes)}, so readers see the tag.`,
      hint: 'Write the quote at the end of the value, or put the tag in backticks if it is meant to be read.',
    });

  for (const { start } of found.comments.filter((range) => isProse(source, range)))
    report(start, {
      severity: 'note',
      code: 'comment-long',
      message: `The comment "${excerpt(source, start)}" hides sentences that readers do not see.`,
      hint: 'Nothing needs to be done if they are meant for you alone.',
    });
  return problems;
}

function andMore({ length }: readonly number[]): string {
  if (length === 0) return '';
  return length === 1 ? ' (and in 1 other place)' : ` (and in ${length} other places)`;
}

function excerpt(source: string, start: number): string {
  return source.slice(start, start + 40).split('\n', 1)[0] ?? '';
}

/** More than a line of it. */
const MIN_WORDS = 15;

/** Whether a comment has sentences for readers rather than HTML. */
function isProse(source: string, { start, end }: Range): boolean {
  const text = source.slice(start + 4, end - 3);
  if (text.startsWith('[if')) return false;
  return (text.replace(/<[^<>]*>/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0) >= MIN_WORDS;
}
