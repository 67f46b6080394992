/** Reads the settings of a Pelican site. https://docs.getpelican.com/en/latest/settings.html */
import type { BlogFacts } from '../../model.ts';
import { readText } from '../../source/source.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import { Fields } from '../text-site/fields.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { siteAddress } from '../text-site/web.ts';
import { readPython } from './python.ts';

export interface PelicanConfig {
  readonly fields: Fields;
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly basePath: string;
  /** Folder of the texts below the root; empty, or ends in a slash. */
  readonly content: string;
  readonly language: string;
}

export async function readConfig(
  files: SiteFiles,
  url: string | undefined,
): Promise<PelicanConfig> {
  let settings: Readonly<Record<string, unknown>> = {};
  // The second one is for the site on the web, and prevails.
  for (const name of ['pelicanconf.py', 'publishconf.py']) {
    const file = files.get(name);
    if (file !== undefined) settings = { ...settings, ...readPython(await readText(file)) };
  }
  const fields = new Fields(settings);
  const site = siteAddress(fields.text('SITEURL'));
  const language = fields.text('DEFAULT_LANG') ?? 'en';
  const dates = new EntryDates(fields.text('TIMEZONE') ?? 'UTC');
  return {
    fields,
    facts: {
      title: fields.text('SITENAME'),
      description: fields.text('SITESUBTITLE', 'SITEDESCRIPTION'),
      language: languageTag(fields.text('DEFAULT_LANG')),
      timeZone: fields.text('TIMEZONE') === undefined ? undefined : dates.zone,
      url: url ?? site.url,
      hosts: [],
    },
    dates,
    basePath: site.basePath,
    content: contentFolder(files, fields.text('PATH') ?? 'content'),
    language,
  };
}

function contentFolder(files: SiteFiles, written: string): string {
  const folder = written
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const start = folder === '' ? '' : `${folder}/`;
  // Somebody may have given the folder of texts alone.
  return [...files.paths].some((name) => name.startsWith(start)) ? start : '';
}
