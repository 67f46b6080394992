/** `npm run kills -- N`: kills N builds and prints how often the output was the old or the new site. */
import { corpusDir } from '../support/corpus.ts';
import { killBuilds } from './kill-builds.ts';

const rounds = Number(process.argv[2] ?? 200);
const { old, new: fresh, other, left, within } = await killBuilds(rounds, corpusDir);
console.log(
  `${rounds} kills within ${Math.round(within)} ms: ${old} old, ${fresh} new, ${other} other. Left after the next build: ${left.join(', ') || 'nothing'}.`,
);
process.exitCode = other + left.length === 0 ? 0 : 1;
