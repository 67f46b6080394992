/** Plans an import: what goes where, and whether it may. */
import { DateReader, isTimeZone } from '../lib/dates.ts';
import type { BlogIndex } from './index-blog.ts';
import type { BlogFacts } from './model.ts';
import { planAddresses, type AddressPlan } from './plan-addresses.ts';
import { ContentInTheWay, knownPaths, presentContent, siteState } from './present-content.ts';
import { namedAuthors, siteOutputs } from './site-outputs.ts';
import type { FrontMatterOptions } from './write/front-matter.ts';
import type { Ledger } from './write/ledger.ts';
import { mainFile, planPaths } from './write/names.ts';
import { hostsOf } from './write/site-files.ts';

export interface ImportPlan {
  /** Of entries, below the content folder, by id: `posts/roses`. */
  readonly paths: ReadonlyMap<string, string>;
  readonly addresses: AddressPlan;
  readonly frontMatter: FrontMatterOptions;
  /** The setting. */
  readonly embedAddresses: boolean;
  /** Text of a new `site.yaml`; `undefined` if there is one. */
  readonly siteText: string | undefined;
  /** Hosts of the old blog that `site.yaml` does not name. */
  readonly unnamedHosts: readonly string[];
  /** Number of entries of earlier imports that the export does not have. */
  readonly absent: number;
}

/**
 * @param mayReplace whether a blog that no import has written may be changed
 * @throws {ContentInTheWay} if it may not
 * @throws {SourceError} if the settings cannot be read
 */
export function planImport(
  index: BlogIndex,
  facts: BlogFacts,
  contentDir: string,
  ledger: Ledger,
  mayReplace: boolean,
): ImportPlan {
  const { settings, text: siteText, unnamedHosts } = siteState(contentDir, facts);
  const present = presentContent(contentDir);
  const isOther = !ledger.exists && present.all.length > 0;
  const { known, taken } = knownPaths(ledger, present);
  const paths = planPaths(index.entries, known, isOther ? [] : taken);
  const addresses = planAddresses(index, paths, settings, facts, hostsOf(facts));
  if (isOther && !mayReplace) {
    const replaced = inTheWay(present.all, index, paths, addresses);
    throw new ContentInTheWay(contentDir, present, paths.size, replaced);
  }
  const zone = facts.timeZone !== undefined && isTimeZone(facts.timeZone) && facts.timeZone;
  const { timeZone, language, embedAddresses } = settings;
  return {
    ...{ paths, addresses, siteText, unnamedHosts, embedAddresses },
    absent: [...known.keys()].filter((id) => !paths.has(id)).length,
    frontMatter: {
      dates: new DateReader(zone || timeZone, language),
      keepsOffsets: zone === false,
      language,
    },
  };
}

/** Files of the present content that the import would replace. */
function inTheWay(
  present: readonly string[],
  index: BlogIndex,
  paths: ReadonlyMap<string, string>,
  addresses: AddressPlan,
): string[] {
  const written = new Set([
    ...index.entries.map(({ id, type }) => mainFile(paths.get(id) ?? '', type)),
    ...namedAuthors(index).map(([, file]) => file),
    ...siteOutputs(index, addresses).map(({ path }) => path),
  ]);
  return present
    .flatMap((path) => [path, mainFile(path, 'post'), mainFile(path, 'page')])
    .filter((path) => written.has(path));
}
