/** Who git says is working here. */
import { execFileSync } from 'node:child_process';

/** `user.name` of git; `undefined` without git or a name. */
export function gitUser(): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}
