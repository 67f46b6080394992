/** Folders of Hugo. */
import path from 'node:path';
import type { Blog } from '../../model.ts';
import { readText, type Source } from '../../source/source.ts';
import { renderNodes, type TagRenderer } from '../liquid/render.ts';
import type { Reader } from '../reader.ts';
import { readAuthors, usedAuthors, withAuthors } from '../text-site/authors.ts';
import { rootsOf } from '../text-site/detect.ts';
import { namesIn } from '../text-site/fields.ts';
import { definitionLists } from '../text-site/definition-lists.ts';
import { splitDocument } from '../text-site/front-matter.ts';
import { headingIds } from '../text-site/heading-ids.ts';
import { changeLinks } from '../text-site/links.ts';
import { changeProse } from '../text-site/markdown-code.ts';
import { itemsOf, type PlannedEntry, type TranslatedBody } from '../text-site/plan.ts';
import { SiteFiles, findAsset, nameOf } from '../text-site/site-files.ts';
import { usedTags, type OldList } from '../text-site/used-tags.ts';
import { hostsOf } from '../text-site/web.ts';
import { urlized } from './addresses.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { parseShortcodes, shown } from './parse.ts';
import { planHugo } from './plan.ts';
import { References } from './references.ts';
import { rendererOf } from './shortcodes.ts';

export const hugo: Reader = {
  format: 'hugo',
  label: 'a folder of Hugo',
  async find(source, { url }) {
    const roots = await rootsOf(source, 'hugo');
    return roots.map((root) => ({
      name: nameOf(source, root),
      open: () => open(source, root, url),
    }));
  },
};

interface HugoSite {
  readonly config: HugoConfig;
  readonly references: References;
  readonly templates: ReadonlyMap<string, string>;
}

async function open(source: Source, root: string, url: string | undefined): Promise<Blog> {
  const files = new SiteFiles(source, root);
  const config = await readConfig(files, url);
  const authors = await readAuthors(
    files.get('data/authors.yaml') ?? files.get('data/authors.yml'),
  );
  const { plan: planned, folders } = await planHugo(files, config);
  const plan = planned.map((item) => (item.type === 'entry' ? withAuthors(item, authors) : item));
  const entries = plan.filter((item) => item.type === 'entry');
  const site: HugoSite = {
    config,
    references: new References(entries, config),
    templates: await readTemplates(files),
  };
  const places = {
    files,
    hosts: hostsOf(config.facts.url),
    basePath: config.basePath,
    roots: [...config.staticDirs, 'assets', config.contentDir, ''],
    folders,
  };
  return {
    facts: config.facts,
    async *items() {
      yield* usedAuthors(entries, authors);
      yield* usedTags(entries, (entry) => listsOf(entry, config));
      yield* itemsOf(plan, splitDocument, (body, entry) => translate(body, entry, site));
    },
    file: (address, entry) => findAsset(address, entry, places),
  };
}

function listsOf({ fields }: PlannedEntry, config: HugoConfig): readonly OldList[] {
  return ['tags', 'categories'].flatMap((kind) =>
    namesIn(fields, kind).map((name) => ({
      name,
      address: `${config.basePath}/${kind}/${urlized(name, config)}/`,
    })),
  );
}

const TEMPLATES = /^layouts\/(?:_?shortcodes)\/(.+)\.html$/;

async function readTemplates(files: SiteFiles): Promise<ReadonlyMap<string, string>> {
  const templates = new Map<string, string>();
  for (const [name, file] of files.entries()) {
    const shortcode = TEMPLATES.exec(name)?.[1];
    if (shortcode !== undefined) templates.set(shortcode, await readText(file));
  }
  return templates;
}

function translate(body: string, entry: PlannedEntry, site: HugoSite): TranslatedBody {
  const unknown: string[] = [];
  const { format, fields } = entry;
  const folder = path.posix.dirname(entry.path);
  const shortcodes = {
    addressOf: (reference: string) => site.references.find(reference, folder),
    templates: site.templates,
    page: fields,
    settings: site.config.fields,
  };
  const nodes = parseShortcodes(body, format);
  const renderers = new Map<string, TagRenderer>();
  const plain = renderNodes(nodes, {
    format,
    scope: { variables: new Map(), filters: new Map(), lookUp: () => '' },
    tags: {
      get: (name) => {
        const renderer = renderers.get(name) ?? rendererOf(name, shortcodes);
        renderers.set(name, renderer);
        return renderer;
      },
    },
    unknown: (raw) => unknown.push(raw),
    // Hugo reads shortcodes in code, too, so authors hide them there.
    code: shown,
  });
  if (format === 'html') return { text: plain, unknown };
  const linked = changeLinks(plain, format, (url) =>
    /^[^?#:]+\.md(?:[?#]|$)/.test(url) ? site.references.find(url, folder) : undefined,
  );
  const text = changeProse(linked, (prose) => headingIds(definitionLists(prose)));
  return { text, unknown };
}
