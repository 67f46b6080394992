/** What the content folder has before an import. */
import { join } from 'node:path';
import { findContent } from '../content/find-content.ts';
import { listFolder, lookUp } from '../content/files.ts';
import { readSettings } from '../content/read-settings.ts';
import { siteSchema, type SiteSettings } from '../content/site-schema.ts';
import { Problems } from '../lib/problem.ts';
import { count, firstFew } from '../lib/wording.ts';
import type { BlogFacts } from './model.ts';
import { SourceError } from './source/source.ts';
import { entryPath } from './write/names.ts';
import type { Ledger } from './write/ledger.ts';
import { hostsOf, siteFields, siteText, type SiteFields } from './write/site-files.ts';

/** An import may write these. It leaves `site.yaml` as it is. */
const SITE_FILES = ['tags.yaml', 'redirects.yaml'];

export interface PresentContent {
  /** Paths of posts and pages without endings: `posts/roses`. */
  readonly entries: readonly string[];
  /** Paths of everything that an import may be in conflict with. */
  readonly all: readonly string[];
}

export function presentContent(contentDir: string): PresentContent {
  const { posts, pages, authors } = findContent(contentDir, new Problems());
  const entries = [
    ...posts.map(({ slug }) => `posts/${slug}`),
    ...pages.map(({ slug }) => `pages/${slug}`),
  ];
  const files = SITE_FILES.filter((name) => lookUp(join(contentDir, name)) !== undefined);
  return { entries, all: [...entries, ...authors, ...files] };
}

/** Names in a folder that the item of the ledger has not written. */
export function ownNames(
  contentDir: string,
  folder: string,
  ledger: Ledger,
  id: string,
): Set<string> {
  const item = ledger.get(id);
  const ours = new Set([...Object.keys(item?.files ?? {}), ...Object.keys(item?.pending ?? {})]);
  return new Set(
    listFolder(join(contentDir, folder), new Problems())
      .map(({ name }) => name)
      .filter((name) => !ours.has(folder + name)),
  );
}

/** Paths of entries by id, and other paths that are in use. */
export function knownPaths(
  ledger: Ledger,
  present: PresentContent,
): { readonly known: Map<string, string>; readonly taken: readonly string[] } {
  const texts = [...ledger.items()].filter(({ path }) => path.endsWith('.md'));
  const known = new Map(texts.map(({ id, path }) => [id, entryPath(path)]));
  const ours = new Set(known.values());
  return { known, taken: present.entries.filter((path) => !ours.has(path)) };
}

export interface SiteState {
  readonly settings: SiteSettings;
  /** For a new `site.yaml`. */
  readonly text: string | undefined;
  /** Of the old blog, that `site.yaml` does not name. */
  readonly unnamedHosts: readonly string[];
}

/** @throws {SourceError} if there are settings that cannot be read */
export function siteState(contentDir: string, facts: BlogFacts): SiteState {
  const hosts = hostsOf(facts);
  if (lookUp(join(contentDir, 'site.yaml')) === undefined) {
    const fields: SiteFields = siteFields(facts, hosts);
    return { settings: siteSchema.parse(fields), text: siteText(fields), unnamedHosts: [] };
  }
  const problems = new Problems();
  const { fields: settings } = readSettings(contentDir, problems);
  const [problem] = problems.all.filter(({ severity }) => severity === 'error');
  if (problem !== undefined)
    throw new SourceError(
      `${problem.file} has an error: ${problem.message} Correct it first; \`npm run check\` lists all errors.`,
    );
  const named = new Set([...settings.legacyHosts, new URL(settings.url).hostname]);
  return { settings, text: undefined, unnamedHosts: hosts.filter((host) => !named.has(host)) };
}

/** The content folder has a blog that no import has written. */
export class ContentInTheWay extends Error {
  /** @param replaced files that the import would replace */
  constructor(
    contentDir: string,
    { entries }: PresentContent,
    added: number,
    replaced: readonly string[],
  ) {
    const posts = entries.filter((path) => path.startsWith('posts/')).length;
    const holds = `${count(posts, 'post')} and ${count(entries.length - posts, 'page')}`;
    const would =
      replaced.length === 0
        ? `add ${count(added, 'post or page', 'posts and pages')} and replace nothing`
        : `add ${count(added, 'post or page', 'posts and pages')} and replace ${firstFew(replaced, 5)}`;
    super(
      `${contentDir} holds a blog that no import has written: ${holds}. Nothing was written. With --force, the import would ${would}; what it replaces moves to before-import/. Or choose an empty folder with --content.`,
    );
    this.name = 'ContentInTheWay';
  }
}
