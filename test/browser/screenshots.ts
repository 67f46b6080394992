/**
 * Takes a picture of a page of each kind, in light and dark, on a phone and a desk. Without `--content`,
 * the sites are the project's own and, in a folder of its name, one in two languages:
 *
 *     npm run screenshots -- [--content DIR] [--output DIR]
 *
 * The pictures are named `KIND-DEVICE-LIGHT.png`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { pageKinds } from './page-kinds.ts';
import { withSite } from './site-for-script.ts';
import { newVisitor, Visit } from './visit.ts';

const DEVICES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
};
const LANGUAGES = 'two-languages';
/** Pixels; what is below is left out. */
const HIGHEST = 6000;

const { values } = parseArgs({
  options: {
    content: { type: 'string' },
    output: { type: 'string', default: 'screenshots' },
  },
});
const { content, output: folder } = values;
if (content === undefined) {
  await takePictures('content', folder);
  await takePictures(fixtureSite(LANGUAGES), path.join(folder, LANGUAGES));
} else await takePictures(content, folder);
console.log(`The pictures are in ${folder}.`);

async function takePictures(site: string, target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  await withSite(site, async ({ output, origin, program }) => {
    const browser = await launchChromium(program);
    try {
      const page = await (await newVisitor(browser)).newPage();
      for (const [kind, address] of pageKinds(output)) {
        await Visit.to(page, origin + address);
        for (const [device, { width, height }] of Object.entries(DEVICES)) {
          await page.setViewportSize({ width, height });
          const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await page.screenshot({
              path: path.join(target, `${kind}-${device}-${colorScheme}.png`),
              fullPage: true,
              clip: { x: 0, y: 0, width, height: Math.min(whole, HIGHEST) },
            });
          }
        }
      }
    } finally {
      await browser.close();
    }
  });
}
