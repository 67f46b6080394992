/** `npm run import-feed-ids`: imports the post IDs of the old blog's feeds. */
import { existsSync } from 'node:fs';
import { importFeedIds, type Import } from '../feed-ids/import.ts';
import { openFeeds, type SavedFeed } from '../feed-ids/open-feed.ts';
import { userPath } from '../lib/user-folder.ts';
import { count } from '../lib/wording.ts';
import { reasonOf } from '../publish/fs-errors.ts';
import { visibleLines } from '../report/visible.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, UsageError, parseFlags } from './flags.ts';
import { Reporter, SUCCESS, USAGE_ERROR } from './reporter.ts';

const USAGE = `Usage: npm run import-feed-ids -- FILE... [options]

  FILE             feed of the old blog (Atom, RSS or JSON Feed), as a file or
                   URL, or a Blogger export: feed.atom from Google Takeout, or
                   a backup blog-MM-DD-YYYY.xml
  --content DIR    content folder (default: content)
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
      throw new UsageError('Name at least one feed or export of the old blog.');
    const reporter = new Reporter('import-feed-ids', 'text');
    if (!existsSync(values.content))
      return reporter.failure(
        `There is no folder ${values.content}. Choose another with --content.`,
        USAGE_ERROR,
      );
    const opened = await openFeeds(positionals.map(userPath));
    if (!opened.ok) return reporter.failure(`${opened.reason} Nothing was imported.`);
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
      return reporter.invalidContent(result.problems, `${result.file} was left unchanged.`);
    console.log(visibleLines(message(feeds, result)));
    return SUCCESS;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reporter.failure(`Cannot write the IDs: ${reason}.`);
  }
}

function message(feeds: readonly SavedFeed[], { file, added, old, without }: Import): string {
  const found = feeds.reduce((sum, { posts }) => sum + posts.length, 0);
  const [first] = without;
  return [
    `Found ${count(found, 'post')} in ${count(feeds.length, 'feed')}; added ${count(added, 'ID')} to ${file}.`,
    `Posts with an old address: ${old}. Still without an ID: ${without.length}${first === undefined ? '' : `, such as ${first}`}.`,
  ].join('\n');
}
