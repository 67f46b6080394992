/** Reads the addresses of the site that a build replaces. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { existsSync, statSync } from 'node:fs';
import { reasonOf } from '../lib/fetch-errors.ts';
import type { Published } from '../site/model.ts';
import { readFolder } from './read-folder.ts';
import { TIMEOUT, readWeb } from './read-web.ts';

/** The previous site cannot be read. The message says why, in sentences. */
export class PreviousUnreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PreviousUnreadable';
  }
}

/**
 * @param source output folder, or URL of a sitemap, a feed or a home page
 * @param output read if there is no `source`; need not exist
 * @throws {PreviousUnreadable}
 */
export async function readPrevious(
  source: string | undefined,
  output?: string,
): Promise<Published | undefined> {
  if (source === undefined)
    return output !== undefined && isFolder(output) ? readFolder(output) : undefined;
  const isUrl = canParseUrl(source) && /^https?:/i.test(source);
  if (!isUrl && !isFolder(source))
    throw new PreviousUnreadable(
      `--previous "${source}" is neither a folder nor a URL that starts with https:// or http://.`,
    );
  try {
    return await (isUrl ? readWeb(source) : readFolder(source));
  } catch (error) {
    throw new PreviousUnreadable(
      `The previous site at ${source} cannot be read: ${reasonOf(error, TIMEOUT)}.`,
    );
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
