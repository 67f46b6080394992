/** `npm run ping`: tells the WebSub hub that feeds have changed. https://www.w3.org/TR/websub/ */
import type { Site } from '../site/model.ts';
import { reasonOf } from '../lib/fetch-errors.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags, readRunFlags } from './flags.ts';
import { BAD_CONTENT, DONE, type Reporter } from './reporter.ts';
import { runOnSite } from './run-on-site.ts';

const USAGE = `Usage: npm run ping [-- options]

  --all            tell of the feeds of tags and authors too
  --content DIR    folder with the posts (default: content)
  --quiet          print errors only
  --help           print this text`;

/** Milliseconds until the hub must have answered. */
const TIMEOUT = 10_000;

export const pingCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const { content, quiet, format } = RUN_OPTIONS;
    const options = { content, quiet, all: { type: 'boolean', default: false } } as const;
    const { values } = parseFlags({ args, options });
    const flags = readRunFlags({ ...values, format: format.default });
    return runOnSite('ping', project, flags, 'The hub was told nothing.', (site, reporter) =>
      ping(site, values.all, values.quiet, reporter),
    );
  },
};

async function ping(site: Site, all: boolean, quiet: boolean, reporter: Reporter): Promise<number> {
  const { hub } = site.facts;
  if (hub === undefined)
    return reporter.refused(
      'The settings name no hub. Write its address into `site.yaml`, such as `hub: https://hub.example/`, then build and deploy; the feeds name it then.',
    );
  const lists = all ? [site, ...site.tags, ...site.authors] : [site];
  const topics = lists.flatMap(({ feeds }) => Object.values(feeds)).map((feed) => feed.canonical);
  for (const [told, topic] of topics.entries()) {
    const fault = await publish(hub, topic);
    if (fault !== undefined)
      return reporter.refused(
        `The hub ${hub} was told of ${told} of ${topics.length} feeds, and not of ${topic}: ${fault}. See that \`hub\` in \`site.yaml\` is right and that the feed can be read there, then try again.`,
        BAD_CONTENT,
      );
  }
  if (!quiet) console.log(`Told ${hub} of ${topics.length} feeds.`);
  return DONE;
}

/**
 * Asks the hub to fetch a feed, as hubs take it since PubSubHubbub.
 * @returns why that failed, as the end of a sentence
 */
async function publish(hub: string, topic: string): Promise<string | undefined> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const said = (await response.text()).trim().split('\n')[0];
    if (response.ok) return undefined;
    return `it answered with status ${response.status}${said ? `, "${said}"` : ''}`;
  } catch (error) {
    return reasonOf(error, TIMEOUT);
  }
}
