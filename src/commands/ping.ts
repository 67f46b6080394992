/** `npm run ping`: notifies the WebSub hub that feeds have changed. https://www.w3.org/TR/websub/ */
import type { Site } from '../site/model.ts';
import { fetchFollowing, readBody } from '../lib/fetch-bytes.ts';
import { reasonOf } from '../lib/fetch-errors.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags } from './flags.ts';
import { readRunFlags } from './site-flags.ts';
import { SUCCESS, USAGE_ERROR, type Reporter } from './reporter.ts';
import { withSite } from './with-site.ts';

const USAGE = `Usage: npm run ping -- [options]

  --all            include the feeds of tags, authors and series
  --content DIR    content folder (default: content)
  --quiet          print errors only
  --help           print this text`;

/** Milliseconds for a response of the hub. */
const TIMEOUT = 10_000;
/** Bytes of an answer; hubs send a sentence. */
const MAX_ANSWER = 1_000_000;
/** Characters of an answer. */
const MAX_SHOWN = 200;

export const pingCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const { content, quiet, format } = RUN_OPTIONS;
    const options = { content, quiet, all: { type: 'boolean', default: false } } as const;
    const { values } = parseFlags({ args, options });
    const flags = readRunFlags({ ...values, format: format.default });
    return withSite('ping', project, flags, 'The hub was not notified.', (site, reporter) =>
      ping(site, values.all, values.quiet, reporter),
    );
  },
};

async function ping(site: Site, all: boolean, quiet: boolean, reporter: Reporter): Promise<number> {
  const { hub } = site.facts;
  if (hub === undefined)
    return reporter.failure(
      'The site has no hub. Set `hub` in `site.yaml`, such as `hub: https://hub.example/`, then build and deploy, so that the feeds name it.',
      USAGE_ERROR,
    );
  const lists = [...site.editions, ...(all ? [...site.tags, ...site.authors, ...site.series] : [])];
  const topics = lists
    .flatMap(({ feeds }) => Object.values(feeds))
    .flatMap((feed) => feed?.canonical ?? []);
  for (const [done, topic] of topics.entries()) {
    const reason = await publish(hub, topic);
    if (reason !== undefined)
      return reporter.failure(
        `Notified ${hub} of ${done} of ${topics.length} feeds, but not of ${topic}: ${reason}. Check that \`hub\` in \`site.yaml\` is correct and that the feed is online, then try again.`,
      );
  }
  if (!quiet) console.log(`Notified ${hub} of ${topics.length} feeds.`);
  return SUCCESS;
}

/**
 * Sends a publish request of PubSubHubbub, which hubs still accept.
 * @returns why it failed, to end a sentence
 */
async function publish(hub: string, topic: string): Promise<string | undefined> {
  try {
    const response = await fetchFollowing(
      hub,
      { timeout: TIMEOUT, named: hub },
      { method: 'POST', body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }) },
    );
    const answer = await readBody(response, MAX_ANSWER);
    const said = answer.toString().trim().split('\n')[0]?.slice(0, MAX_SHOWN);
    if (response.ok) return undefined;
    return `it answered with status ${response.status}${said ? `, "${said}"` : ''}`;
  } catch (error) {
    return reasonOf(error, TIMEOUT);
  }
}
