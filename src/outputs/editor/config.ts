/** The configuration of the editor. https://sveltiacms.app/en/docs/config-basics */
import type { SiteSettings } from '../../content/site-schema.ts';
import type { CmsBackend } from './backend.ts';
import { collectionsOf, type Names } from './collections.ts';
import { helpLanguages } from './help-pages.ts';
import type { FileFormat } from './shape.ts';

export interface EditorSite extends Names {
  readonly settings: SiteSettings;
  /** Absolute URL of the home page. */
  readonly url: string;
  /** Absolute path of the icon of the site. */
  readonly icon: string | undefined;
  /** Folder of the content in the repository: `content`, `blog/content`. */
  readonly folder: string;
}

export interface EditorConfig {
  readonly [option: string]: unknown;
  /** Not of the editor itself: languages of the pages of help. */
  readonly help: readonly string[];
  /** Neither: how the browser reads and writes the files of each format. */
  readonly formats: Readonly<Record<string, FileFormat>>;
}

/** Of a folder name; see `new-post.ts`. */
const MAX_SLUG = 120;

/** Scripts whose letters become those of English in the folder names that `npm run new` makes. */
const TRANSLITERATED = ['Latn', 'Cyrl', 'Grek'];

function encodingOf(language: string): 'ascii' | 'unicode' {
  const { script = 'Latn' } = new Intl.Locale(language).maximize();
  return TRANSLITERATED.includes(script) ? 'ascii' : 'unicode';
}

export function editorConfig(site: EditorSite, backend: CmsBackend): EditorConfig {
  const { settings, folder, url } = site;
  const collections = collectionsOf(folder, site, settings.permalink.pattern);
  const hasReview = settings.editor?.pullRequests === true && backend.name !== 'gitea';
  return {
    backend,
    app_title: settings.title,
    site_url: url,
    publish_mode: hasReview ? 'editorial_workflow' : 'simple',
    media_folder: folder,
    public_folder: '/',
    slug: { encoding: encodingOf(settings.language), clean_accents: true, maxlength: MAX_SLUG },
    ...(site.icon !== undefined && { logo: { src: site.icon } }),
    media_libraries: {
      // Browsers do not show what iPhones take.
      default: { config: { transformations: { heic: { format: 'webp' } } } },
      // Of other sites.
      stock_assets: { providers: [] },
    },
    output: { omit_empty_optional_fields: true },
    collections: collections.map(({ config }) => config),
    help: helpLanguages(),
    formats: Object.assign({}, ...collections.map(({ formats }) => formats)),
  };
}
