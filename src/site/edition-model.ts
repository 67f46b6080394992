/** Model types of a site in several languages. */
import type { PageAddress } from '../addresses/address.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Site } from './model.ts';

/** What the pages of one language show of the site. */
export type Edition = Pick<
  Site,
  | 'facts'
  | 'words'
  | 'fixed'
  | 'feeds'
  | 'posts'
  | 'homePages'
  | 'tags'
  | 'tagIndex'
  | 'authors'
  | 'series'
  | 'seriesIndex'
  | 'years'
  | 'months'
  | 'furtherPages'
  | 'pages'
  | 'introduction'
>;

/** A page in one of the languages that it exists in. */
export interface Alternate extends PageAddress {
  /** BCP 47, such as `de`. */
  readonly language: string;
  /** Language and country, for link previews: `de_DE`. */
  readonly locale: string | undefined;
  /** The language in its own words: `Deutsch`. */
  readonly name: string;
  /** Attributes of the name. */
  readonly lang: LangAttributes;
  /** Whether search engines list it: no draft, and no copy of a page on another site. */
  readonly isListed: boolean;
}
