/** The variables and filters of Eleventy that occur in permalinks and texts. */
import { slugOf } from '../../../lib/slug.ts';
import { FILTERS } from '../liquid/filters.ts';
import { UNKNOWN, follow, written, type Filter, type Scope } from '../liquid/values.ts';
import type { EntryDate } from '../text-site/dates.ts';
import type { Fields } from '../text-site/fields.ts';
import { strftime } from '../text-site/strftime.ts';
import { filePathStem, fileSlug } from './addresses.ts';
import type { EleventyConfig } from './config.ts';

export interface PageFacts {
  /** Below the input folder. */
  readonly file: string;
  readonly date: EntryDate | undefined;
  readonly url: string | undefined;
  readonly fields: Fields;
}

export function scopeOf({ file, date, url, fields }: PageFacts, config: EleventyConfig): Scope {
  const page = new Map<string, unknown>([
    ['fileSlug', fileSlug(file)],
    ['filePathStem', filePathStem(file)],
    ['date', date?.iso],
    ['url', url],
    ['inputPath', `./${config.input}${file}`],
  ]);
  return {
    variables: new Map(),
    filters: filtersFor(config),
    lookUp([root = '', ...rest]) {
      if (root === 'page') return page.get(rest[0] ?? '') ?? UNKNOWN;
      const value = fields.get(root) ?? config.data.get(root);
      return value === undefined ? UNKNOWN : follow(value, rest);
    },
  };
}

function filtersFor({ basePath, dates }: EleventyConfig): ReadonlyMap<string, Filter> {
  return new Map<string, Filter>([
    ...FILTERS,
    ['slug', (value) => slugged(value)],
    ['slugify', (value) => slugged(value)],
    [
      'url',
      (value) => {
        const address = written(value);
        return address?.startsWith('/') === true ? basePath + address : address;
      },
    ],
    [
      'date',
      (value, [pattern]) => {
        const date = dates.read(written(value));
        return date && strftime(date.parts, written(pattern) ?? '');
      },
    ],
  ]);
}

function slugged(value: unknown): string | undefined {
  const text = written(value);
  return text === undefined ? undefined : slugOf(text);
}
