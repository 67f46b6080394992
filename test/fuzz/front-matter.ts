/** Properties of all front matter: no crash, no lost word. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { locateProblems } from '../../src/content/locate.ts';
import { postReader } from '../../src/content/read-markdown.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { hasErrors, type Problem } from '../../src/lib/problem.ts';
import { formatProblems } from '../../src/report/text.ts';
import { nameOf, problemFaults, SLOWEST, spent, unique, type Outcome } from './outcome.ts';

const reader = postReader(new DateReader('Europe/Berlin', 'en'));

/** Tries front matter, the lines between the two `---`, on a file `index.md` in this folder. */
export function frontMatterOutcome(frontMatter: string, folder: string): Outcome {
  const text = `---\n${frontMatter}---\n\nWords.\n`;
  writeFileSync(path.join(folder, 'index.md'), text);
  const start = process.cpuUsage();
  const faults: string[] = [];
  try {
    const { entry, problems } = reader({ slug: 'hello', folder });
    const located = locateProblems(problems);
    const shown = formatProblems(located, () => text);
    if (/\n +at \S+ \(/.test(shown)) faults.push('a message shows a stack');
    if (entry === undefined && !problems.some(({ severity }) => severity === 'error')) {
      faults.push('a post is left out without a word');
    }
    if (problems.some(({ line }) => line !== undefined && line < 1))
      faults.push('a line is below 1');
    faults.push(...problemFaults(problems), ...fieldFaults(text, entry, located));
  } catch (error) {
    faults.push(`the front matter stops it with ${nameOf(error)}`);
  }
  const milliseconds = spent(start);
  if (milliseconds > SLOWEST) faults.push('the front matter takes too long');
  return { faults: unique(faults), milliseconds };
}

/**
 * Each word of a text field is in the entry, or a problem names its line or the
 * line on which its field begins. An error stops the build.
 */
function fieldFaults(text: string, entry: unknown, problems: readonly Problem[]): string[] {
  if (hasErrors(problems)) return [];
  // An entry may hold itself.
  const read = inspect(entry, { depth: null, maxArrayLength: null, maxStringLength: null });
  const rows = text.split('\n');
  const lost = rows.some((row, index) => {
    if ((row.match(/\bfield[a-z]{2}\b/g) ?? []).every((word) => read.includes(word))) return false;
    const first = rows.findLastIndex((other, start) => start <= index && /^\w/.test(other));
    return !problems.some(({ line = 1 }) => line > first && line <= index + 1);
  });
  return lost ? ['a word of the front matter is lost'] : [];
}
