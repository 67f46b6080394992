/** Reads the settings of a Hexo site. https://hexo.io/docs/configuration */
import type { BlogFacts, Notice } from '../../model.ts';
import { readText } from '../../source/source.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import type { Fields } from '../text-site/fields.ts';
import { readSettings } from '../text-site/settings-file.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { basePathOf, siteAddress } from '../text-site/web.ts';

export interface HexoConfig {
  readonly fields: Fields;
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly basePath: string;
  /** Folder of the site below the root, with a slash at its end. */
  readonly source: string;
  /** Whether the ids in its feeds are the addresses of the posts. */
  readonly hasFeed: boolean;
  readonly notices: readonly Notice[];
}

export async function readConfig(files: SiteFiles, url: string | undefined): Promise<HexoConfig> {
  const { fields, notices } = await readSettings(files.get('_config.yml'));
  const dates = new EntryDates(fields.text('timezone'));
  const site = siteAddress(fields.text('url'));
  const root = fields.text('root');
  const manifest = files.get('package.json');
  const source = (fields.text('source_dir') ?? 'source').split('/').filter(Boolean).join('/');
  return {
    fields,
    facts: {
      title: fields.text('title'),
      description: fields.text('description', 'subtitle')?.replace(/\s+/g, ' '),
      language: languageTag(fields.list('language')[0]),
      timeZone: dates.zone,
      url: url ?? site.url,
      hosts: [],
    },
    dates,
    basePath: root === undefined ? site.basePath : basePathOf(root),
    source: `${source}/`,
    hasFeed: manifest !== undefined && (await readText(manifest)).includes('"hexo-generator-feed"'),
    notices,
  };
}
