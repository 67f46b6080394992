/** Answers that content which stays has given already. */
import { join } from 'node:path';
import { readSettings } from '../content/read-settings.ts';
import { Problems } from '../lib/problem.ts';
import type { Answers } from './answers.ts';

/** Ignores errors in the settings, which `check` reports. */
export function keptAnswers(folder: string, assumed: Answers): Answers {
  const { title, url, host } = readSettings(join(folder, 'content'), new Problems()).fields;
  return { ...assumed, title, url, host: host[0] ?? assumed.host };
}
