/** The address that a text of Jekyll had, by its front matter and the settings. */
import { inUtc, type EntryDate } from '../text-site/dates.ts';
import type { Fields } from '../text-site/fields.ts';
import { pageAddress, postAddress } from './addresses.ts';
import type { JekyllConfig } from './config.ts';

export interface AddressParts {
  readonly type: 'posts' | 'drafts' | 'pages' | 'collection';
  /** Below the site. */
  readonly path: string;
  readonly collection: { readonly name: string; readonly fields: Fields } | undefined;
  readonly fields: Fields;
  readonly config: JekyllConfig;
  readonly date: EntryDate | undefined;
  readonly slug: string;
  readonly categories: readonly string[];
}

/** Its address, and a second one if the first depends on the machine that built the site. */
export function addressesOf(parts: AddressParts): string[] {
  const { type, path: file, collection, fields, slug, categories } = parts;
  const { fields: settings, baseUrl } = parts.config;
  const own = fields.text('permalink');
  const site = settings.text('permalink') ?? 'date';
  const template =
    own ??
    collection?.fields.text('permalink') ??
    (type === 'collection' ? '/:collection/:path' : undefined);
  const below = file.replace(/^_[^/]+\//, '').replace(/\.[^.]+$/, '');
  // Without a zone in the settings, the machine that built the site decided on the day.
  const dates = [parts.date?.parts, parts.date && inUtc(parts.date)];
  const made = dates.map((date) =>
    type === 'pages' && own === undefined
      ? pageAddress(file, site)
      : postAddress(template ?? postTemplate(settings, site), {
          slug,
          categories,
          date,
          collection: collection?.name,
          path: below,
        }),
  );
  const suffix =
    template === '/:collection/:path' ? pageAddress(below, site).slice(below.length + 1) : '';
  const [address, other] = made;
  const found = address === undefined ? [] : [address + suffix];
  if (settings.text('timezone') === undefined && other !== undefined) found.push(other + suffix);
  return [...new Set(found)].map((path) => baseUrl + path);
}

function postTemplate(settings: Fields, site: string): string {
  return settings.group('collections').group('posts').text('permalink') ?? site;
}
