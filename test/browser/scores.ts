/**
 * Has Lighthouse judge the home page, a long post, the one with the heaviest
 * pictures, the archive, the tags and one of them, as a phone shows them:
 *
 *     npm run scores -- [--runs 3] [--content DIR]
 *
 * Prints the median of each score. The one for performance is a matter of time:
 * it means something where nothing else runs.
 */
import { parseArgs } from 'node:util';
import { median } from '../bench/statistics.ts';
import { pageKinds } from './page-kinds.ts';
import { CATEGORIES, Lighthouse, type Scores } from './lighthouse.ts';
import { withSite } from './site-for-script.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, content: { type: 'string' } },
});

await withSite(values.content, async ({ output, origin, program }) => {
  const kinds = pageKinds(output);
  const judge = await Lighthouse.start(program);
  try {
    for (const kind of ['home', 'long-post', 'pictures', 'archive', 'tags', 'tag']) {
      const address = kinds.get(kind);
      // No post need have pictures.
      if (address === undefined) continue;
      const runs: Scores[] = [];
      for (let run = 0; run < Number(values.runs); run++)
        runs.push(await judge.judge(origin + address));
      const medians = CATEGORIES.map(
        (category) => `${category} ${median(runs.map(({ scores }) => scores[category]))}`,
      );
      const shift = Math.max(...runs.map(({ layoutShift }) => layoutShift));
      console.log(`${kind} ${address}: ${medians.join(', ')}; layout shift ${shift}`);
      for (const fault of new Set(runs.flatMap(({ faults }) => faults))) console.log(`  ${fault}`);
    }
  } finally {
    await judge.stop();
  }
});
