/** Reads the settings of a Hugo site, in one file or a folder of them. */
import path from 'node:path';
import { isObject } from '../../../lib/merge-json.ts';
import type { BlogFacts, Notice } from '../../model.ts';
import { readText } from '../../source/source.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import { Fields } from '../text-site/fields.ts';
import { yaml } from '../text-site/front-matter.ts';
import type { Parsed } from '../text-site/parsed.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { unreadable } from '../text-site/settings-file.ts';
import { siteAddress } from '../text-site/web.ts';
import { parseToml } from '../toml.ts';

export interface HugoLanguage {
  /** As in file names and addresses: `de`. */
  readonly key: string;
  /** Folder below the root, without a slash at its end. */
  readonly contentDir: string;
  readonly fields: Fields;
}

export interface HugoConfig {
  readonly fields: Fields;
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly basePath: string;
  readonly contentDir: string;
  readonly staticDirs: readonly string[];
  readonly languages: ReadonlyMap<string, HugoLanguage>;
  readonly defaultLanguage: string;
  readonly notices: readonly Notice[];
}

const MAIN = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/;
/** Later ones prevail. */
const FOLDERS = ['config/_default/', 'config/production/'];

export async function readConfig(files: SiteFiles, url: string | undefined): Promise<HugoConfig> {
  const notices: Notice[] = [];
  let settings: Readonly<Record<string, unknown>> = {};
  for (const [name, file] of files.entries()) {
    const folder = FOLDERS.find((candidate) => name.startsWith(candidate)) ?? '';
    const base = name.slice(folder.length);
    if (folder === '' ? !MAIN.test(base) : !/^[\w.-]+\.(?:toml|ya?ml|json)$/.test(base)) continue;
    const parsed = parse(await readText(file), base);
    if (!parsed.ok) {
      notices.push(unreadable(file, parsed.line, parsed.reason));
      continue;
    }
    settings = merged(settings, MAIN.test(base) ? parsed.value : below(base, parsed.value));
  }
  return configOf(new Fields(settings), url, notices);
}

function parse(text: string, name: string): Parsed {
  return name.endsWith('.toml') ? parseToml(text) : yaml(text);
}

/** `params.toml` holds the group `params`; `menus.de.toml` that of a language, which nobody needs here. */
function below(name: string, value: unknown): unknown {
  const { name: group } = path.posix.parse(name);
  return group.includes('.') ? {} : { [group]: value };
}

/** The second value prevails; groups are merged. */
function merged(first: unknown, second: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(first)) return isObject(second) ? second : {};
  if (!isObject(second)) return first;
  const known = new Map(Object.entries(first));
  const added = Object.entries(second).map(([name, value]): [string, unknown] => [
    name,
    isObject(value) ? merged(known.get(name), value) : value,
  ]);
  return Object.fromEntries([...known, ...added]);
}

function configOf(
  fields: Fields,
  url: string | undefined,
  notices: HugoConfig['notices'],
): HugoConfig {
  const site = siteAddress(fields.text('baseURL'));
  const contentDir = folderIn(fields.text('contentDir') ?? 'content');
  const defaultLanguage = (fields.text('defaultContentLanguage') ?? 'en').toLowerCase();
  const languages = languagesIn(fields, contentDir);
  const own = languages.get(defaultLanguage)?.fields ?? new Fields(undefined);
  const dates = new EntryDates(fields.text('timeZone') ?? 'UTC');
  const params = merged(fields.get('params'), own.get('params'));
  return {
    fields,
    facts: {
      title: own.text('title') ?? fields.text('title'),
      description: new Fields(params).text('description', 'subtitle')?.replace(/\s+/g, ' '),
      language: languageTag(
        own.text('locale', 'languageCode') ??
          fields.text('locale', 'languageCode', 'defaultContentLanguage'),
      ),
      timeZone: fields.text('timeZone') === undefined ? undefined : dates.zone,
      url: url ?? site.url,
      hosts: [],
    },
    dates,
    basePath: site.basePath,
    contentDir,
    staticDirs: staticIn(fields),
    languages,
    defaultLanguage,
    notices,
  };
}

function languagesIn(fields: Fields, contentDir: string): ReadonlyMap<string, HugoLanguage> {
  const groups = fields.group('languages');
  return new Map(
    [...groups.entries()].map(([key, value]) => {
      const language = new Fields(value);
      const folder = folderIn(language.text('contentDir') ?? contentDir);
      return [key, { key, contentDir: folder, fields: language }];
    }),
  );
}

function staticIn(fields: Fields): readonly string[] {
  const folders = fields.list('staticDir');
  return folders.length === 0 ? ['static'] : folders.map(folderIn);
}

function folderIn(written: string): string {
  return written
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
