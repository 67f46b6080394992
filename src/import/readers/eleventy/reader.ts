/** Folders of Eleventy. Their programs are never run, so what they compute is unknown. */
import path from 'node:path';
import type { Blog } from '../../model.ts';
import type { Source } from '../../source/source.ts';
import { renderLiquid } from '../liquid/render.ts';
import { SHARED_TAGS } from '../liquid/tags.ts';
import type { Reader } from '../reader.ts';
import { rootsOf } from '../text-site/detect.ts';
import { changeLinks } from '../text-site/links.ts';
import { itemsOf, type PlannedEntry, type TranslatedBody } from '../text-site/plan.ts';
import { SiteFiles, findAsset, nameOf } from '../text-site/site-files.ts';
import { usedTags } from '../text-site/used-tags.ts';
import { hostsOf } from '../text-site/web.ts';
import { slugOf } from '../../../lib/slug.ts';
import { readConfig, type EleventyConfig } from './config.ts';
import { planEleventy, splitEleventy } from './plan.ts';
import { scopeOf } from './scope.ts';

export const eleventy: Reader = {
  format: 'eleventy',
  label: 'a folder of Eleventy',
  async find(source, { url }) {
    const roots = await rootsOf(source, 'eleventy');
    return roots.map((root) => ({
      name: nameOf(source, root),
      open: () => open(source, root, url),
    }));
  },
};

async function open(source: Source, root: string, url: string | undefined): Promise<Blog> {
  const files = new SiteFiles(source, root);
  const config = await readConfig(files, url);
  const plan = await planEleventy(files, config);
  const entries = plan.filter((item) => item.type === 'entry');
  const paths = new Map(
    entries.flatMap(({ path: file, head }): [string, string][] =>
      head.legacyUrls[0] === undefined ? [] : [[file, head.legacyUrls[0]]],
    ),
  );
  const places = {
    files,
    hosts: hostsOf(config.facts.url),
    basePath: config.basePath,
    roots: [...new Set([config.input, '', 'public', 'static', 'src', 'assets'])],
    folders: new Map(
      [...paths].map(([file, address]) => [
        address.slice(config.basePath.length),
        path.posix.dirname(file),
      ]),
    ),
  };
  return {
    facts: config.facts,
    async *items() {
      yield* usedTags(entries, ({ head: { tags } }) =>
        tags.map((name) => ({ name, address: `${config.basePath}/tags/${slugOf(name)}/` })),
      );
      yield* itemsOf(plan, splitEleventy, (body, entry) => translate(body, entry, config, paths));
    },
    file: (address, entry) => findAsset(address, entry, places),
  };
}

const RAW_MARKS = /\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g;

/** Liquid and Nunjucks, whichever the texts are in, come before Markdown. */
function translate(
  body: string,
  entry: PlannedEntry,
  config: EleventyConfig,
  paths: ReadonlyMap<string, string>,
): TranslatedBody {
  const unknown: string[] = [];
  const { format, fields, head, path: file } = entry;
  const [url] = head.legacyUrls;
  const date = config.dates.read(head.published);
  const below = file.slice(config.input.length);
  const plain = renderLiquid(body, {
    format,
    scope: scopeOf({ file: below, date, url: url?.slice(config.basePath.length), fields }, config),
    tags: SHARED_TAGS,
    unknown: (raw) => unknown.push(raw),
    code: (code) => code.replace(RAW_MARKS, ''),
  });
  const text = changeLinks(plain, format, (link) => {
    const [, name, rest = ''] = /^([^?#:]+\.(?:md|html))([?#].*)?$/.exec(link) ?? [];
    if (name === undefined) return undefined;
    const target = name.startsWith('/')
      ? path.posix.join(config.input, name)
      : path.posix.join(path.posix.dirname(file), name);
    const address = paths.get(target.replace(/^\//, ''));
    return address === undefined ? undefined : address + rest;
  });
  return { text, unknown };
}
