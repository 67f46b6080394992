/** A blog of Blogger, from whichever export. */
import type { Blog, BlogFacts } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { originOf } from '../addresses.ts';
import { Albums } from './albums.ts';
import type { Found } from './entry.ts';
import { bloggerItems } from './items.ts';
import { bareHost, OwnHosts } from './own-hosts.ts';
import { readSettings, type BloggerSettings } from './settings.ts';

export interface BloggerExport {
  /** Of the feed; the settings may have another. */
  readonly title: string;
  /** Named in notices about the blog as a whole. */
  readonly file: string;
  readonly files: readonly SourceFile[];
  /** From `--url`. */
  readonly url: string | undefined;
  /** Streams everything, in the same order each time. */
  entries(): AsyncIterable<Found>;
  /** By name in lower case; complete once all entries have been read. */
  settings(): ReadonlyMap<string, string>;
  /** The blog's address, if the feed tells it; known once all entries have been read. */
  address?(): string | undefined;
  language?: string | undefined;
  description?: string | undefined;
}

/** Reads all entries once to learn the addresses of the blog, which a Takeout does not tell. */
export async function bloggerBlog(source: BloggerExport): Promise<Blog> {
  const hosts = new OwnHosts();
  let origin: string | undefined;
  for await (const entry of source.entries()) {
    if (entry.type !== 'entry') continue;
    origin ??= entry.origin;
    if (entry.kind !== 'comment' && entry.address !== undefined) hosts.addPath(entry.address);
    hosts.addLinks(entry.html);
  }
  const settings = readSettings(source.settings());
  const facts = factsOf(source, settings, hosts, origin);
  const albums = new Albums(source.files);
  return {
    facts,
    async *items() {
      if (settings.readers !== undefined)
        yield {
          type: 'notice',
          place: { file: source.file },
          message: `Not everyone could read the old blog (${settings.readers}), so its posts and pages stay unpublished. Remove "published: false" from those that everyone may read.`,
        };
      yield* bloggerItems(source.entries(), {
        url: facts.url,
        isPublic: settings.readers === undefined,
        breaksLines: settings.breaksLines,
      });
    },
    file: (url) => albums.find(url),
    candidates: (url) => albums.candidates(url),
  };
}

function factsOf(
  source: BloggerExport,
  settings: BloggerSettings,
  hosts: OwnHosts,
  origin: string | undefined,
): BlogFacts {
  const title = settings.title ?? source.title;
  const found = hosts.hosts(title);
  const ownDomain = found.find((host) => !host.endsWith('.blogspot.com'));
  const url =
    originOf(source.url) ??
    originOf(settings.domain) ??
    originOf(settings.isOnBlogspot === true ? settings.subdomain : undefined) ??
    originOf(source.address?.()) ??
    origin ??
    originOf(settings.isOnBlogspot === false ? ownDomain : undefined) ??
    originOf(settings.subdomain ?? found[0]);
  const host = url && bareHost(new URL(url).host);
  const all = [...(settings.subdomain === undefined ? [] : [settings.subdomain]), ...found];
  return {
    title: title || undefined,
    description: settings.description ?? source.description,
    language: settings.language ?? source.language,
    timeZone: settings.timeZone,
    url,
    hosts: [...new Set(all)].filter((one) => one !== host),
    legacy: 'blogger',
  };
}
