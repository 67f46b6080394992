/** Runs Lighthouse. */
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';
import { freePort } from '../support/free-port.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Category = (typeof CATEGORIES)[number];

/** What a run has found. */
export interface Scores {
  /** Of 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** https://web.dev/articles/cls */
  readonly layoutShift: number;
  /** What keeps a category from 100. */
  readonly faults: readonly string[];
}

const Report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      numericValue: z.number().optional(),
      displayValue: z.string().optional(),
    }),
  ),
});

type Report = z.output<typeof Report>;

/** A browser of its own, which Lighthouse drives. */
export class Lighthouse {
  readonly #browser: Browser;
  readonly #port: number;

  private constructor(browser: Browser, port: number) {
    this.#browser = browser;
    this.#port = port;
  }

  static async start(program: string): Promise<Lighthouse> {
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
    });
    return new Lighthouse(browser, port);
  }

  stop(): Promise<void> {
    return this.#browser.close();
  }

  /** Judges a page as a phone shows it. */
  async judge(url: string): Promise<Scores> {
    // A busy machine can come too late for the start of a recording.
    const report = await this.#report(url).catch(() => this.#report(url));
    return scoresOf(report);
  }

  async #report(url: string): Promise<Report> {
    const result = await lighthouse(url, {
      port: this.#port,
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      formFactor: 'mobile',
    });
    const report = Report.parse(result?.lhr);
    if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
    return report;
  }
}

function scoresOf({ categories, audits }: Report): Scores {
  const score = (category: Category): number =>
    Math.round((categories[category]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? 0,
    faults: Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .flatMap(({ id }) => {
        const audit = audits[id];
        return audit === undefined || audit.score === null || audit.score >= 0.995
          ? []
          : [`${id}: ${audit.title} ${audit.displayValue ?? ''}`.trim()];
      }),
  };
}
