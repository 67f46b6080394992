/** Notes of documents that hold scripts. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Asset } from '../addresses/plan.ts';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';

/** Names of actions that run scripts. ISO 32000-2, 12.6.4.17. Compressed ones are not found. */
const SCRIPT = /\/(?:JavaScript|JS)\b/;

/** Notes each PDF beside a text that runs scripts in programs that show it. */
export function notePdfs(assets: readonly Asset[], problems: Problems): void {
  for (const { source, isOwn } of assets) {
    if (isOwn === true || extname(source).toLowerCase() !== '.pdf') continue;
    if (!SCRIPT.test(readFileSync(source, 'latin1'))) continue;
    problems.note({
      file: displayPath(source),
      code: 'attachment-script',
      message: 'The document holds scripts, which some programs run when they show it.',
      hint: 'Print it into a new PDF, unless its scripts are meant.',
    });
  }
}
