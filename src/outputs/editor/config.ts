/** The configuration of the editor. https://sveltiacms.app/en/docs/config-basics */
import type { SiteSettings } from '../../content/site-schema.ts';
import type { CmsBackend } from './backend.ts';
import { collectionsOf, type Names } from './collections.ts';
import type { FileFormat } from './shape.ts';

export interface EditorSite extends Names {
  readonly settings: SiteSettings;
  /** Absolute URL of the home page. */
  readonly url: string;
  /** Folder of the content in the repository: `content`, `blog/content`. */
  readonly folder: string;
}

export interface EditorConfig {
  readonly [option: string]: unknown;
  /** Not of the editor itself: how the browser reads and writes the files of each format. */
  readonly formats: Readonly<Record<string, FileFormat>>;
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
    // The addresses that `npm run new` makes have neither accents nor other signs.
    slug: { encoding: 'unicode', clean_accents: true },
    output: { omit_empty_optional_fields: true },
    collections: collections.map(({ config }) => config),
    formats: Object.assign({}, ...collections.map(({ formats }) => formats)),
  };
}
