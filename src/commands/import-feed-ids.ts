/** `npm run import-feed-ids`: brings over what feed readers know the posts of the old blog by. */
import { existsSync } from 'node:fs';
import { importFeedIds, type Import } from '../feed-ids/import.ts';
import { openFeeds, type SavedFeed } from '../feed-ids/open-feed.ts';
import { reasonOf } from '../publish/failure.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, UsageError, parseFlags } from './flags.ts';
import { BAD_CONTENT, DONE, Reporter } from './reporter.ts';

const USAGE = `Usage: npm run import-feed-ids -- FILE... [options]

  FILE             a feed of the old blog, as a file or address (Atom, RSS or
                   JSON Feed), or an export of Blogger: feed.atom of Google
                   Takeout, or a backup blog-MM-DD-YYYY.xml
  --content DIR    folder with the posts (default: content)
  --help           print this text`;

const { content } = SITE_OPTIONS;

export const importFeedIdsCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { values, positionals } = parseFlags({
      args,
      allowPositionals: true,
      options: { content },
    });
    if (positionals.length === 0)
      throw new UsageError('Name at least one saved feed or export of the old blog.');
    const reporter = new Reporter('import-feed-ids', 'text');
    if (!existsSync(values.content))
      return reporter.refused(`There is no folder ${values.content}. Name another with --content.`);
    const opened = await openFeeds(positionals);
    if (!opened.ok) return reporter.refused(`${opened.reason} Nothing was imported.`, BAD_CONTENT);
    return importInto(values.content, opened.feeds, reporter);
  },
};

async function importInto(
  contentDir: string,
  feeds: readonly SavedFeed[],
  reporter: Reporter,
): Promise<number> {
  try {
    const result = await importFeedIds(contentDir, feeds);
    if (result.problems.length > 0)
      return reporter.badContent(result.problems, `${result.file} was left as it was.`);
    console.log(message(feeds, result));
    return DONE;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reporter.refused(`The ids could not be written: ${reason}.`, BAD_CONTENT);
  }
}

function message(feeds: readonly SavedFeed[], { file, added, old, without }: Import): string {
  const found = feeds.reduce((sum, { posts }) => sum + posts.length, 0);
  const [first] = without;
  return [
    `Found ${count(found, 'post')} in ${count(feeds.length, 'feed')}; added ${count(added, 'id')} to ${file}.`,
    `Posts with an old address: ${old}. Without an id yet: ${without.length}${first === undefined ? '' : `, such as ${first}`}.`,
  ].join('\n');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
