/** Input of the host adapters. */
import { posix } from 'node:path';
import type { PageAddress } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Owner, RedirectTable } from '../addresses/redirect.ts';
import type { OwnFiles } from '../content/own-files.ts';
import type { AllowedHosts } from '../lib/allowed-hosts.ts';
import type { Asset, BodyPart } from './model.ts';

/** Paths are below the site's root, decoded. */
export interface Deployment {
  readonly redirects: RedirectTable;
  /** Path that the site lives under, without a slash at the end: empty, or `/blog`. */
  readonly basePath: string;
  readonly home: PageAddress;
  /** The error page. */
  readonly notFound: PageAddress;
  readonly feeds: readonly FeedType[];
  /** Hosts of embedded frames: `www.youtube.com`. */
  readonly framed: readonly string[];
  /** What the settings allow beyond that. */
  readonly allowed: AllowedHosts;
  /** Content security policy of the editor; absent without one. */
  readonly editorPolicy: string | undefined;
  /** Folder of the search index, whose script needs WebAssembly; absent without a search. */
  readonly searchFolder: PageAddress | undefined;
  /** Paths of pages that end in `.html`. */
  readonly htmlPages: readonly string[];
  /** Paths of files that browsers must save and never show. */
  readonly downloads: readonly string[];
  /** Files of `public/` that are merged with those of the host. */
  readonly own: OwnFiles;
  /** Where the hosts are chosen, for messages. */
  readonly owner: Owner;
}

/** Media type of all feeds with a file name. */
export interface FeedType {
  /** `rss.xml` */
  readonly name: string;
  /** With its charset, if any: `application/rss+xml; charset=utf-8`. */
  readonly type: string;
}

interface WithBody {
  readonly body: readonly BodyPart[];
}

/** @param bodies posts, pages and texts that every page shows */
export function deployment(
  { redirects, fixed, feeds, titles }: Plan,
  bodies: readonly WithBody[],
  basePath: string,
  owner: Owner,
  searchFolder: PageAddress | undefined,
  own: OwnFiles,
  assets: readonly Asset[],
  allowed: AllowedHosts,
  editorPolicy: string | undefined,
): Deployment {
  return {
    redirects,
    basePath,
    home: fixed.home,
    notFound: fixed.notFound,
    feeds: [
      { name: posix.basename(feeds.rss.path), type: 'application/rss+xml; charset=utf-8' },
      { name: posix.basename(feeds.atom.path), type: 'application/atom+xml; charset=utf-8' },
      { name: posix.basename(feeds.json.path), type: 'application/feed+json' },
      { name: posix.basename(fixed.opml.path), type: 'text/x-opml; charset=utf-8' },
    ],
    framed: [...new Set(bodies.flatMap(framedHosts))].toSorted(),
    allowed,
    editorPolicy,
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    searchFolder,
    downloads: assets.filter(({ isDownload }) => isDownload === true).map(({ path }) => path),
    own,
    owner,
  };
}

function framedHosts({ body }: WithBody): string[] {
  return body.flatMap((part) => (part.kind === 'embed' ? [new URL(part.frame).hostname] : []));
}
