/** Folders of Pelican. */
import type { Blog, ImportedAuthor } from '../../model.ts';
import type { Source } from '../../source/source.ts';
import type { Reader } from '../reader.ts';
import { rootsOf } from '../text-site/detect.ts';
import { itemsOf, type PlannedEntry } from '../text-site/plan.ts';
import { SiteFiles, findAsset, nameOf } from '../text-site/site-files.ts';
import { usedTags, type OldList } from '../text-site/used-tags.ts';
import { hostsOf } from '../text-site/web.ts';
import { listAddress } from './addresses.ts';
import { readConfig, type PelicanConfig } from './config.ts';
import { splitPelican } from './metadata.ts';
import { namesOf, planPelican } from './plan.ts';
import { translate } from './translate.ts';

export const pelican: Reader = {
  format: 'pelican',
  label: 'a folder of Pelican',
  async find(source, { url }) {
    const roots = await rootsOf(source, 'pelican');
    return roots.map((root) => ({
      name: nameOf(source, root),
      open: () => open(source, root, url),
    }));
  },
};

async function open(source: Source, root: string, url: string | undefined): Promise<Blog> {
  const files = new SiteFiles(source, root);
  const config = await readConfig(files, url);
  const plan = await planPelican(files, config);
  const entries = plan.filter((item) => item.type === 'entry');
  const paths = new Map(
    entries.flatMap(({ path: file, head }): [string, string][] =>
      head.legacyUrls[0] === undefined
        ? []
        : [[file.slice(config.content.length), head.legacyUrls[0]]],
    ),
  );
  const places = {
    files,
    hosts: hostsOf(config.facts.url),
    basePath: config.basePath,
    roots: [...new Set([config.content, `${config.content}extra`, ''])],
    folders: new Map<string, string>(),
  };
  return {
    facts: config.facts,
    async *items() {
      yield* authorsOf(entries, config);
      yield* usedTags(entries, (entry) => listsOf(entry, config));
      yield* itemsOf(plan, splitPelican, (body, entry) =>
        translate(body, entry, { config, paths }),
      );
    },
    file: (address, entry) => findAsset(address, entry, places),
  };
}

function* authorsOf(
  entries: readonly PlannedEntry[],
  config: PelicanConfig,
): Generator<ImportedAuthor> {
  for (const name of new Set(entries.flatMap(({ head }) => head.authors))) {
    const address = listAddress('AUTHOR', name, config);
    yield { type: 'author', name, legacyUrls: address === undefined ? [] : [address] };
  }
}

function listsOf({ fields }: PlannedEntry, config: PelicanConfig): readonly OldList[] {
  const lists = [
    ...namesOf(fields, 'tags').map((name) => ({ name, address: listAddress('TAG', name, config) })),
    ...namesOf(fields, 'category').map((name) => ({
      name,
      address: listAddress('CATEGORY', name, config),
    })),
  ];
  return lists.flatMap(({ name, address }) => (address === undefined ? [] : { name, address }));
}
