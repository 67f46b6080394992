/** Settings of a blog on Blogger: what of them belongs to the blog that it becomes. */
import { isTimeZone } from '../../../lib/dates.ts';
import { decoded, oneLine, textOfHtml } from '../text.ts';

/** Names of the settings that are read. Others hold addresses of people, and keys of services. */
export const SETTINGS: ReadonlySet<string> = new Set([
  ...['blog_name', 'blog_description', 'blog_meta_description', 'blog_locale', 'blog_time_zone'],
  ...['blog_subdomain', 'blog_publishing_mode', 'blog_read_access_mode'],
  'blog_convert_line_breaks',
]);

export interface BloggerSettings {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
  /** `name.blogspot.com` */
  readonly subdomain?: string | undefined;
  /** Its own domain, if the settings tell it. */
  readonly domain?: string | undefined;
  /** Whether its address is the subdomain; `undefined` if the settings do not say. */
  readonly isOnBlogspot?: boolean | undefined;
  /** Who could read it, if not everyone: `PRIVATE`. */
  readonly readers?: string | undefined;
  /** Whether a line feed was a line break. */
  readonly breaksLines: boolean;
}

/** @param values by name in lower case, such as `blog_name` */
export function readSettings(values: ReadonlyMap<string, string>): BloggerSettings {
  const value = (name: string): string => oneLine(values.get(name) ?? '');
  const mode = value('blog_publishing_mode');
  const access = value('blog_read_access_mode');
  const zone = value('blog_time_zone');
  const subdomain = value('blog_subdomain')
    .toLowerCase()
    .replace(/\.blogspot\.com$/, '');
  return {
    title: decoded(value('blog_name')) || undefined,
    description:
      textOfHtml(value('blog_description')) ||
      textOfHtml(value('blog_meta_description')) ||
      undefined,
    language: languageOf(value('blog_locale')),
    timeZone: isTimeZone(zone) ? zone : undefined,
    subdomain: /^[a-z0-9-]+$/.test(subdomain) ? `${subdomain}.blogspot.com` : undefined,
    domain: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(mode) ? mode : undefined,
    isOnBlogspot: mode === '' ? undefined : mode.endsWith('BLOGSPOT'),
    readers: access === '' || access === 'PUBLIC' ? undefined : access,
    breaksLines: value('blog_convert_line_breaks').toLowerCase() !== 'false',
  };
}

/** Blogger writes `en_GB`, and codes that have changed: `in` is Indonesian, `iw` Hebrew. */
function languageOf(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
