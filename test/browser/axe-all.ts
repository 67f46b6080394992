/**
 * Has axe look at every post, in light and dark:
 *
 *     npm run axe -- [--content DIR]
 *
 * What is wrong outside of the words of a post is a fault of ours, and ends the
 * program with the exit code 1; the rest is listed by post. The content is that
 * of `CORPUS_DIR` where it is set, else that of the project.
 */
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { axe, COLOUR_RULES, inWords, type Violation } from './judges.ts';
import { postAddresses } from './page-kinds.ts';
import { withSite } from './site-for-script.ts';
import { newVisitor, Visit } from './visit.ts';

/** Pages that are open at once. */
const PAGES = 2;
const VIEWPORT = { width: 390, height: 844 };

const { values } = parseArgs({ options: { content: { type: 'string' } } });
let ourFaults = 0;

await withSite(values.content, async ({ output, origin, program }) => {
  const browser = await launchChromium(program);
  try {
    const context = await newVisitor(browser);
    const posts = postAddresses(output);
    const found = new Map<string, readonly Violation[]>();
    const queue = posts.values();
    const look = async (): Promise<void> => {
      const page = await context.newPage();
      for (const address of queue) {
        found.set(address, await violationsAt(await Visit.to(page, origin + address)));
        if (found.size % 50 === 0) console.error(`${found.size} of ${posts.length} posts`);
      }
    };
    await Promise.all(Array.from({ length: PAGES }, look));
    ourFaults = list('Outside of the words of posts', posts, found, false);
    list('In the words of posts', posts, found, true);
  } finally {
    await browser.close();
  }
});
process.exitCode = ourFaults === 0 ? 0 : 1;

async function violationsAt({ page }: Visit): Promise<Violation[]> {
  await page.setViewportSize(VIEWPORT);
  const light = await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe(page, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

/** @returns how many there are */
function list(
  title: string,
  posts: readonly string[],
  found: ReadonlyMap<string, readonly Violation[]>,
  inBody: boolean,
): number {
  const rows = posts.flatMap((address) => {
    const here = (found.get(address) ?? []).filter((violation) => violation.inBody === inBody);
    return here.length === 0 ? [] : [{ address, faults: new Set(here.map(inWords)) }];
  });
  const count = rows.reduce((sum, { faults }) => sum + faults.size, 0);
  console.log(`\n${title}: ${count} in ${rows.length} of ${posts.length} posts`);
  for (const { address, faults } of rows)
    console.log([address, ...[...faults].map((fault) => `  ${fault}`)].join('\n'));
  return count;
}
