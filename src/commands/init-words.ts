/** What `npm run init` tells about files and next steps. */
import type { Answers } from '../init/answers.ts';
import type { PlannedBlog } from '../init/new-blog.ts';
import { isExampleUrl } from '../lib/example-host.ts';

/** Longer lists are cut. */
const MAX_LINES = 12;

/** A line for each path. */
export function indented(paths: readonly string[]): string {
  const shown = paths.slice(0, MAX_LINES).map((path) => `  ${path}`);
  const more = paths.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

interface Outcome {
  /** That the owner must change to, if any. */
  readonly folder: string | undefined;
  /** Name of the folder with what was replaced. */
  readonly kept: string | undefined;
  /** Whether `site.yaml` names the host. */
  readonly isHostSet: boolean;
}

export function closingWords(
  { plan, steps, needsInstall }: PlannedBlog,
  { url, host }: Answers,
  { folder, kept, isHostSet }: Outcome,
): string {
  const next = [
    ...(folder === undefined ? [] : [`cd ${/^[\w./-]+$/.test(folder) ? folder : `"${folder}"`}`]),
    ...(needsInstall ? ['npm install'] : []),
    'npm run dev: shows the blog at http://localhost:8080/ while you write.',
    'npm run new -- "Title": starts a post.',
    ...(isExampleUrl(url)
      ? ['Set `url` in content/site.yaml as soon as you know the address of the blog.']
      : []),
    ...(isHostSet ? [] : [`Set \`host: ${host}\` in content/site.yaml.`]),
    ...steps,
  ];
  return [
    plan.writes.length === 0
      ? 'Nothing to write: all files are there already.'
      : `Wrote:\n${indented(plan.writes.map(({ path }) => path))}`,
    ...(kept === undefined ? [] : [`What was there is now in ${kept}/.`]),
    '',
    'Next:',
    ...next.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n');
}
