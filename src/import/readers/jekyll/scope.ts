/** The variables and filters of Jekyll. */
import { FILTERS } from '../liquid/filters.ts';
import { UNKNOWN, follow, written, type Filter, type Scope } from '../liquid/values.ts';
import type { PlannedEntry } from '../text-site/plan.ts';
import { strftime } from '../text-site/strftime.ts';
import type { JekyllConfig } from './config.ts';

/** What Jekyll knows of all texts together. */
const LISTS = new Set([
  ...['posts', 'pages', 'tags', 'categories', 'data', 'static_files', 'html_pages', 'collections'],
  ...['documents', 'related_posts', 'time', 'github', 'html_files'],
]);

export function scopeOf({ head, fields }: PlannedEntry, config: JekyllConfig): Scope {
  const page = new Map<string, unknown>([
    ['url', head.legacyUrls[0]?.slice(config.baseUrl.length)],
    ['title', head.title],
    ['date', head.published],
    ['path', head.id],
    ['slug', head.slug],
    ['tags', head.tags],
  ]);
  const site = new Map<string, unknown>([
    ['baseurl', config.baseUrl],
    ['url', config.facts.url?.replace(/\/$/, '') ?? ''],
  ]);
  return {
    variables: new Map(),
    filters: filtersFor(config),
    lookUp([root, name = '', ...rest]) {
      if (root === 'page') return follow(page.get(name) ?? fields.get(name), rest);
      if (root !== 'site' || LISTS.has(name)) return UNKNOWN;
      return follow(site.get(name) ?? config.fields.get(name), rest);
    },
  };
}

function filtersFor({ baseUrl, dates }: JekyllConfig): ReadonlyMap<string, Filter> {
  const toAddress: Filter = (value) => {
    const address = written(value);
    if (address === undefined || /^(?:[a-z]+:|\/\/|#)/i.test(address)) return address;
    if (baseUrl !== '' && address.startsWith(`${baseUrl}/`)) return address;
    return `${baseUrl}/${address.replace(/^\//, '')}`;
  };
  const format = (value: unknown, pattern: string): string | undefined => {
    const date = dates.read(written(value));
    return date && strftime(date.parts, pattern);
  };
  return new Map<string, Filter>([
    ...FILTERS,
    ['relative_url', toAddress],
    ['absolute_url', toAddress],
    ['date', (value, [pattern]) => format(value, written(pattern) ?? '')],
    ['date_to_string', (value) => format(value, '%d %b %Y')],
    ['date_to_long_string', (value) => format(value, '%d %B %Y')],
    ['date_to_xmlschema', (value) => written(value)],
  ]);
}
