/** Model type of what a site says about itself. */
import type { Icons } from '../addresses/icons.ts';
import type { HomeForm, ListOptions } from '../content/layout-schema.ts';
import type { Licence } from '../content/licence.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Brand } from './brand-model.ts';
import type { NavigationEntry } from './navigation-model.ts';
import type { Link, Preview } from './post-model.ts';
import type { Analytics, Newsletter } from './services-model.ts';

/** Metadata of the site, mostly from `site.yaml`. */
export interface SiteFacts {
  readonly title: string;
  readonly description: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Attributes of every page's `html` element. */
  readonly siteLang: LangAttributes;
  /** For texts of the owner that every page shows; empty if their language is that of the page. */
  readonly slotLang: LangAttributes;
  /** Name of the person or group behind the site. */
  readonly author: string | undefined;
  /** Absolute URL of the SVG icon. */
  readonly icon: string | undefined;
  /** The owner's logo and colours. */
  readonly brand: Brand;
  /** Absolute URL of a bitmap icon, for programs without SVG support. */
  readonly logo: string | undefined;
  /** Fingerprinted paths of stylesheets and scripts, by plain path. */
  readonly hashed: Readonly<Record<string, string>>;
  /** Link preview of pages other than posts. */
  readonly preview: Preview | undefined;
  /** Icons that `public/` has, by name. */
  readonly icons: Icons;
  /** Path that the site lives under, without a slash at the end: `` or `/blog`. */
  readonly basePath: string;
  /** Absolute URL of the home page, with a slash at the end. */
  readonly url: string;
  readonly navigation: readonly NavigationEntry[];
  /** How the home page lists posts. */
  readonly home: HomeForm;
  /** What lists of posts show. */
  readonly lists: ListOptions;
  /** Of posts and pages. */
  readonly licence: Licence | undefined;
  /** Profiles of the site elsewhere. */
  readonly social: readonly Link[];
  /** URL of the WebSub hub that notifies subscribers of new posts. https://www.w3.org/TR/websub/ */
  readonly hub: string | undefined;
  /** Host names of the old blog. */
  readonly legacyHosts: readonly string[];
  /** Never in the preview. */
  readonly analytics: Analytics | undefined;
  readonly newsletter: Newsletter | undefined;
}
