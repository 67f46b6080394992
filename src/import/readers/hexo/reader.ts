/** Folders of Hexo. */
import type { Blog } from '../../model.ts';
import { readText, type Source } from '../../source/source.ts';
import { FILTERS } from '../liquid/filters.ts';
import { renderLiquid } from '../liquid/render.ts';
import { UNKNOWN } from '../liquid/values.ts';
import type { Reader } from '../reader.ts';
import { rootsOf } from '../text-site/detect.ts';
import { itemsOf, type PlannedEntry, type TranslatedBody } from '../text-site/plan.ts';
import { SiteFiles, findAsset, nameOf } from '../text-site/site-files.ts';
import { usedTags, type OldList } from '../text-site/used-tags.ts';
import { hostsOf } from '../text-site/web.ts';
import { categoryPath, tagPath } from './addresses.ts';
import { readConfig, type HexoConfig } from './config.ts';
import { categoriesIn, folderOf, planHexo, splitHexo } from './plan.ts';
import { tagsFor, type HexoSite } from './tags.ts';

export const hexo: Reader = {
  format: 'hexo',
  label: 'a folder of Hexo',
  async find(source, { url }) {
    const roots = await rootsOf(source, 'hexo');
    return roots.map((root) => ({
      name: nameOf(source, root),
      open: () => open(source, root, url),
    }));
  },
};

async function open(source: Source, root: string, url: string | undefined): Promise<Blog> {
  const files = new SiteFiles(source, root);
  const config = await readConfig(files, url);
  const { plan, slugs, folders } = await planHexo(files, config);
  const entries = plan.filter((item) => item.type === 'entry');
  const site: HexoSite = { slugs, codes: await readCodes(files, config) };
  const places = {
    files,
    hosts: hostsOf(config.facts.url),
    basePath: config.basePath,
    roots: [config.source.replace(/\/$/, '')],
    folders,
  };
  return {
    facts: config.facts,
    async *items() {
      yield* usedTags(entries, (entry) => listsOf(entry, config));
      yield* itemsOf(plan, splitHexo, (body, entry) => translate(body, entry, site));
    },
    file: (address, entry) => findAsset(address, entry, places),
  };
}

function listsOf({ fields: own }: PlannedEntry, config: HexoConfig): readonly OldList[] {
  const { basePath, fields } = config;
  const tags = `${basePath}/${fields.text('tag_dir') ?? 'tags'}`;
  const categories = `${basePath}/${fields.text('category_dir') ?? 'categories'}`;
  return [
    ...own.list('tags').map((name) => ({ name, address: `${tags}/${tagPath(name, config)}/` })),
    ...categoriesIn(own).flatMap((names) =>
      names.map((name, index) => ({
        name,
        address: `${categories}/${categoryPath(names.slice(0, index + 1), config)}/`,
      })),
    ),
  ];
}

async function readCodes(
  files: SiteFiles,
  { source, fields }: HexoConfig,
): Promise<ReadonlyMap<string, string>> {
  const folder = `${source}${fields.text('code_dir') ?? 'downloads/code'}/`.replace('//', '/');
  const codes = new Map<string, string>();
  for (const [name, file] of files.entries())
    if (name.startsWith(folder) && file.size < 100_000)
      codes.set(name.slice(folder.length), await readText(file));
  return codes;
}

function translate(body: string, entry: PlannedEntry, site: HexoSite): TranslatedBody {
  const unknown: string[] = [];
  const [address = '/'] = entry.head.legacyUrls;
  const text = renderLiquid(body, {
    format: entry.format,
    scope: { variables: new Map(), filters: FILTERS, lookUp: () => UNKNOWN },
    tags: tagsFor(site, folderOf(address)),
    unknown: (raw) => unknown.push(raw),
  });
  return { text, unknown };
}
