/** Notices that a folder or file of the site has gone while the preview runs. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';

export class MissingSources {
  readonly #paths: readonly string[];
  readonly #seen = new Set<string>();

  /** @param paths may be missing from the start, if the site does without them */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /** A problem for each path that an earlier call has found, but not for what is inside it. */
  find(): Problem[] {
    const missing = this.#paths.filter((path) => !existsSync(path) && this.#seen.has(path));
    for (const path of this.#paths) if (existsSync(path)) this.#seen.add(path);
    return missing
      .filter((path) => !missing.includes(dirname(path)))
      .map((path) => ({
        severity: 'error',
        code: 'preview-source-missing',
        file: displayPath(path),
        message: 'It has gone since the preview last built the site, which it still shows.',
        hint: 'Put it back, and the preview goes on by itself. If you have removed it on purpose, start the preview again.',
      }));
  }
}
