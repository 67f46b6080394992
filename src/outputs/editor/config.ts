/** The configuration of the editor. */
import type { SiteSettings } from '../../content/site-schema.ts';
import type { CmsBackend } from './backend.ts';

/** What the editor knows of the site. */
export interface EditorSite {
  readonly settings: SiteSettings;
  /** Absolute URL of the home page. */
  readonly url: string;
  /** Folder of the content in the repository: `content`, `blog/content`. */
  readonly folder: string;
  /** Names, sorted. */
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly series: readonly string[];
}

/** https://sveltiacms.app/en/docs/config-basics */
export function editorConfig(site: EditorSite, backend: CmsBackend): Record<string, unknown> {
  const { settings, folder, url } = site;
  return {
    backend,
    app_title: settings.title,
    site_url: url,
    publish_mode: settings.editor?.pullRequests === true ? 'editorial_workflow' : 'simple',
    media_folder: folder,
    public_folder: '/',
    collections: [
      {
        name: 'posts',
        label: 'Posts',
        label_singular: 'Post',
        folder: `${folder}/posts`,
        path: '{{slug}}/index',
        extension: 'md',
        format: 'perennial',
        media_folder: '',
        public_folder: '.',
        fields: [
          { name: 'title', label: 'Title', widget: 'string' },
          { name: 'publishDate', label: 'Publish date', widget: 'datetime' },
          { name: 'published', label: 'Published', widget: 'boolean', default: true },
          { name: 'body', label: 'Text', widget: 'richtext', modes: ['raw', 'rich_text'] },
        ],
      },
    ],
    shapes: {},
  };
}
