/** HTML checkers: report every error of every page in a folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  HtmlValidate,
  StaticConfigLoader,
  type ConfigData,
  type ResolvedConfig,
} from 'html-validate';
import { z } from 'zod';
import { ROOT, run, type OutputFolder } from '../support/build-site.ts';

/** What is wrong, and in which file below the output folder. */
export interface Fault {
  readonly file: string;
  readonly message: string;
}

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // `<br>` and `<br />` mean the same; the components write one, the sanitiser the other.
    'void-style': 'off',
    // How long a title is, is up to the writer of the post.
    'long-title': 'off',
    // Nobody sees it, and in code it is the writer's.
    'no-trailing-whitespace': 'off',
    // An id may begin with a digit, as the heading it is made from does.
    'valid-id': ['error', { relaxed: true }],
  },
};

const STUB_CONFIG: ConfigData = {
  ...CONFIG,
  // HTML lets a page leave out the tags of head and body; a redirect does, to stay short.
  rules: { ...CONFIG.rules, 'no-implicit-close': 'off' },
};

/** Resolves the configuration once, and not for each page, which takes as long as judging it. */
class OneConfig extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor(page);
    return this.#resolved;
  }
}

/** A page of which there are many: a post, the redirect to one, or a list of posts. */
const MANY = /^(?:\d{4}|tags|authors|page)\/./;

/**
 * https://html-validate.org: the standard, accessibility and good habits.
 * @param every how many pages of the same kind there are for each one that is judged
 */
export async function htmlValidate(output: OutputFolder, every = 1): Promise<Fault[]> {
  const pages = new HtmlValidate(new OneConfig(CONFIG));
  const stubs = new HtmlValidate(new OneConfig(STUB_CONFIG));
  const faults: Fault[] = [];
  for (const [judge, files] of [
    [pages, output.pages()],
    [stubs, output.stubs()],
  ] as const) {
    const many = files.filter(({ file }) => MANY.test(file));
    const others = files.filter(({ file }) => !MANY.test(file));
    for (const { file } of [...others, ...many.filter((_page, index) => index % every === 0)]) {
      const html = readFileSync(path.join(output.path, file), 'utf8');
      const report = await judge.validateString(html);
      for (const { messages } of report.results) {
        for (const { ruleId, message } of messages) {
          faults.push({ file, message: `${ruleId}: ${message}` });
        }
      }
    }
  }
  return faults;
}

const NuReport = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      subType: z.string().optional(),
      url: z.string(),
      message: z.string(),
    }),
  ),
});

/** https://validator.github.io/validator/: errors and warnings. */
export async function nuChecker(java: string, output: OutputFolder): Promise<Fault[]> {
  const { stdout, stderr } = await run(java, [
    ...[
      '-Xss8m',
      '-Xmx2g',
      '-jar',
      path.join(ROOT, 'test/node_modules/vnu-jar/build/dist/vnu.jar'),
    ],
    ...['--skip-non-html', '--format', 'json', '--stdout', '--exit-zero-always'],
    // Thousands of remarks on `<br />`, which is not wrong.
    ...['--filterpattern', 'Trailing slash on void elements.*'],
    output.path,
  ]);
  if (stdout === '') throw new Error(`The checker said nothing: ${stderr}`);
  const { messages } = NuReport.parse(JSON.parse(stdout));
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ type, url, message }) => ({
      file: path.relative(output.path, new URL(url).pathname),
      message: `${type === 'info' ? 'warning' : type}: ${message}`,
    }));
}
