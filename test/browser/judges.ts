/** Checks of a rendered page: accessibility with axe, and layout. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { z } from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LAYOUT = readFileSync(path.join(import.meta.dirname, 'in-page/layout.js'), 'utf8');

/** What depends on colours alone. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const Violations = z.array(
  z.object({
    /** Name of axe's rule: `image-alt`. */
    rule: z.string(),
    impact: z.string().nullable(),
    /** Selector. */
    element: z.string(),
    /** Whether it stands in the body of a post. */
    inBody: z.boolean(),
  }),
);

/** What axe has found wrong with an element. */
export type Violation = z.output<typeof Violations>[number];

/**
 * https://github.com/dequelabs/axe-core: WCAG 2.2 up to AA, such as targets of 24 pixels, and good habits.
 * @param rules those alone; default: all
 */
export async function axe(page: Page | Frame, rules?: readonly string[]): Promise<Violation[]> {
  // A script that the debugger runs needs no leave of the page's security policy.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
  const options = {
    elementRef: true,
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
  };
  const found = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(
    ({ violations }) => violations.flatMap(({ id: rule, nodes }) =>
      nodes.map(({ element, impact, target }) => ({
        rule,
        impact,
        element: target.join(' '),
        inBody: element.closest('.e-content') !== null,
      }))))`);
  return Violations.parse(found);
}

/** The same in words. */
export async function axeFaults(page: Page | Frame, rules?: readonly string[]): Promise<string[]> {
  return (await axe(page, rules)).map(inWords);
}

export function inWords({ rule, impact, element }: Violation): string {
  return `${rule} (${impact}): ${element}`;
}

/** Whether the page scrolls sideways, and what sticks out of it, is cut off or overlaps. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(LAYOUT));
}
