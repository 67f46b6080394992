/** Who changed a file when, if the content is in a Git repository. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { innerPath } from './content-paths.ts';

interface Commit {
  readonly sha: string;
  readonly created: string;
  readonly author: null;
  readonly commit: {
    readonly author: { readonly name: string; readonly email: string; readonly date: string };
  };
}

const run = promisify(execFile);
const FIELDS = ['%H', '%an', '%ae', '%aI'].join('%x00');

/**
 * @param path begins with the name of the content folder
 * @returns none without Git
 */
export async function fileHistory(contentDir: string, path: string): Promise<Commit[]> {
  const file = resolve(contentDir, innerPath(contentDir, path));
  const args = ['log', '--max-count=100', `--format=${FIELDS}`, '--', file];
  try {
    const { stdout } = await run('git', args, { cwd: contentDir });
    return stdout.split('\n').flatMap((line) => {
      const [sha, name, email, date] = line.split('\0');
      if (sha === undefined || name === undefined || email === undefined || date === undefined)
        return [];
      return [{ sha, created: date, author: null, commit: { author: { name, email, date } } }];
    });
  } catch {
    return [];
  }
}
