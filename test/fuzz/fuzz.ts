/**
 * Tries mutated posts and texts of known words until the cases or the minutes are used up:
 *
 *     npm run fuzz -- [--cases 5000] [--seed 1] [--minutes 10] [--from 0]
 *
 * The posts come from the project and, when it is set, from `CORPUS_DIR`.
 * `--from` leaves out the cases before that one: with `--cases 1` it tries one
 * again and shows its text.
 * Every kind of finding is made as small as it goes, printed once and saved as
 * a post. The exit code is 1 when there is any.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { campaign, textOf } from './campaign.ts';
import type { FuzzInput } from './input.ts';
import { allPosts } from './posts.ts';

const { cases, seed, minutes, from } = readOptions();
const posts = allPosts();
console.log(`${posts.length} posts, at most ${cases} cases and ${minutes} minutes, seed ${seed}.`);
if (cases === 1) console.log(JSON.stringify(textOf(seed, from, posts)));
const report = await campaign({
  posts,
  cases,
  seed,
  from,
  milliseconds: minutes * 60_000,
  found: ({ fault, number, text }) => {
    console.log(
      `\nFINDING ${fault}\n  case ${number} of seed ${seed}, at its smallest, ${saved(number, text)}:\n  ${JSON.stringify(text.markdown)} ${text.frontMatter === undefined ? '' : JSON.stringify(text.frontMatter)}`,
    );
  },
  progress: (done, slowest) => {
    console.error(`${done} cases, slowest ${slowest.toFixed(0)} ms`);
  },
});
console.log(`
cases     ${report.cases}
seed      ${seed}
minutes   ${(report.milliseconds / 60_000).toFixed(1)}, ${Math.round((report.cases / report.milliseconds) * 1000)} cases a second
words     ${report.markers} looked for
slowest   ${report.slowest.milliseconds.toFixed(0)} ms, case ${report.slowest.number}
findings  ${report.findings.length === 0 ? 'none' : ''}`);
for (const { fault, count, number } of report.findings) {
  console.log(`  ${count} times: ${fault} (first in case ${number})`);
}
process.exitCode = report.findings.length === 0 ? 0 : 1;

/** Path of a file with the text as a post. */
function saved(number: number, { frontMatter, markdown }: FuzzInput): string {
  const folder = path.join(tmpdir(), 'perennial-fuzz-findings');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `seed-${seed}-case-${number}.md`);
  writeFileSync(
    file,
    `---\n${frontMatter ?? 'title: Found\npublishDate: 2024-03-10\n'}---\n\n${markdown}`,
  );
  return file;
}

function readOptions(): { cases: number; seed: number; minutes: number; from: number } {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      from: { type: 'string', default: '0' },
    },
  });
  return {
    cases: whole(values.cases),
    seed: whole(values.seed),
    minutes: whole(values.minutes),
    from: whole(values.from),
  };
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  console.error(
    `${text} is not a whole number. Usage: npm run fuzz -- --cases 5000 --seed 1 --minutes 10 --from 0`,
  );
  process.exit(2);
}
