/** Files about the whole blog: `site.yaml`, `tags.yaml`, `redirects.yaml` and those of authors. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { isWebAddress } from '../../content/fields.ts';
import { formatYaml } from '../../content/format-yaml.ts';
import { redirectsSchema } from '../../content/redirects-schema.ts';
import { siteSchema } from '../../content/site-schema.ts';
import { termSchema } from '../../content/term-schema.ts';
import { isTimeZone } from '../../lib/dates.ts';
import { canonicalTag, isLanguage } from '../../lib/language/tag.ts';
import { IS_PACKAGE, NAME } from '../../lib/program.mjs';
import { oneLine } from '../../lib/yaml-text.ts';
import type { BlogFacts, ImportedAuthor } from '../model.ts';

/** Hosts that belong to the platform and cannot move with the blog. */
const PLATFORM =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|ghost\.io|medium\.com|substack\.com|github\.io|gitlab\.io|netlify\.app|tumblr\.com)$/;

/** Address of the new home page as long as nobody has chosen one; a build warns about it. */
const NO_URL = 'https://blog.example.org/';

const DOCS = IS_PACKAGE ? `node_modules/${NAME}/docs` : 'docs';

/** What is known of the site; only valid values. */
export interface SiteFields {
  readonly title: string;
  readonly description: string | undefined;
  readonly url: string;
  readonly language: string;
  readonly timeZone: string;
  readonly legacyHosts: readonly string[];
  readonly legacy: 'blogger' | undefined;
}

/** @param hosts of the old blog */
export function siteFields(facts: BlogFacts, hosts: readonly string[]): SiteFields {
  const language = facts.language?.trim().replaceAll('_', '-') ?? '';
  return {
    title: oneLine(facts.title ?? '') || 'A blog',
    description: oneLine(facts.description ?? '') || undefined,
    url: newUrl(facts.url),
    language: isLanguage(language) ? canonicalTag(language) : 'en',
    timeZone: isTimeZone(facts.timeZone ?? '') ? (facts.timeZone ?? '') : 'UTC',
    legacyHosts: hosts,
    legacy: facts.legacy,
  };
}

/** A domain of one's own moves to the new site. */
function newUrl(old: string | undefined): string {
  if (old === undefined || !isWebAddress(old)) return NO_URL;
  const { hostname, pathname } = new URL(old);
  return PLATFORM.test(hostname) || !hostname.includes('.')
    ? NO_URL
    : `https://${hostname}${pathname.replace(/\/?$/, '/')}`;
}

/** Host names of the old blog: that of its address last, since it may be the new one too. */
export function hostsOf({ hosts, url }: BlogFacts): string[] {
  const own = url !== undefined && canParseUrl(url) ? [new URL(url).hostname] : [];
  const all = [...hosts, ...own].map((host) => host.trim().toLowerCase());
  return [...new Set(all)].filter((host) => /^[a-z0-9.-]+$/.test(host));
}

export function siteText(fields: SiteFields): string {
  siteSchema.parse(fields);
  const { title, description, url, language, timeZone, legacyHosts, legacy } = fields;
  return [
    `# Settings of the site. Every setting is explained in ${DOCS}/guide/settings.md.\n\n`,
    line('title', title),
    description === undefined
      ? "# description: 'What the blog is about, in one sentence.'\n"
      : line('description', description),
    '\n# Address of the new home page, which feeds and link previews tell.\n',
    line('url', url),
    '\n# Language of dates, and of words such as "Archive".\n',
    line('language', language),
    '# Zone in which dates are read.\n',
    line('timeZone', timeZone),
    ...(legacyHosts.length === 0
      ? []
      : [
          '\n# Hosts of the old blog: links to them stay on this site.\n',
          line('legacyHosts', legacyHosts),
        ]),
    ...(legacy === undefined ? [] : [line('legacy', legacy)]),
  ].join('');
}

function line(name: string, value: unknown): string {
  return formatYaml({ [name]: value }, 1);
}

export interface TagFields {
  readonly description?: string | undefined;
  readonly legacyUrls: readonly string[];
}

/** Empty if there is nothing to say about any tag. */
export function tagsText(tags: ReadonlyMap<string, TagFields>): string {
  const described = [...tags].flatMap(([name, { description, legacyUrls }]): [string, object][] => {
    const text = oneLine(description ?? '');
    const fields = {
      ...(text !== '' && { description: text }),
      ...(legacyUrls.length > 0 && { legacyUrl: legacyUrls }),
    };
    termSchema.parse(fields);
    return Object.keys(fields).length === 0 ? [] : [[name, fields]];
  });
  if (described.length === 0) return '';
  const sorted = described.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return formatYaml(Object.fromEntries(sorted), 1);
}

export interface Redirect {
  readonly from: string;
  /** Path of the new site. */
  readonly to: string;
}

/** Empty if there are none. */
export function redirectsText(redirects: readonly Redirect[]): string {
  if (redirects.length === 0) return '';
  const sorted = redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  redirectsSchema.parse({ redirects: sorted });
  return formatYaml({ redirects: sorted }, 2);
}

/** @param avatar file in the folder of authors */
export function authorText(
  { name, bio, url }: ImportedAuthor,
  avatar: string | undefined,
  legacyUrls: readonly string[],
): string {
  const fields = {
    name,
    bio: oneLine(bio ?? '') || undefined,
    avatar: avatar && `./${avatar}`,
    website: url !== undefined && isWebAddress(url) ? url : undefined,
    legacyUrl: legacyUrls.length > 1 ? legacyUrls : legacyUrls[0],
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}
