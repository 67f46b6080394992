/** Title, dates, tags and addresses of a text of Jekyll. */
import type { Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { commonHead } from '../text-site/common-fields.ts';
import type { EntryDate } from '../text-site/dates.ts';
import { distinct, namesIn, type Fields } from '../text-site/fields.ts';
import type { EntryHead } from '../text-site/plan.ts';
import { absoluteUrl } from '../text-site/web.ts';
import type { JekyllConfig } from './config.ts';

export interface HeadParts {
  readonly file: SourceFile;
  readonly path: string;
  readonly type: 'post' | 'page';
  readonly status: Status;
  readonly title: string;
  readonly slug: string;
  readonly date: EntryDate | undefined;
  readonly fields: Fields;
  readonly categories: readonly string[];
  /** The first one is its own. */
  readonly addresses: readonly string[];
  readonly config: JekyllConfig;
}

export function headOf(parts: HeadParts): EntryHead {
  const { fields, config, addresses, type } = parts;
  const from = [...fields.list('redirect_from'), ...fields.list('alias')].map(
    (address) => `${config.baseUrl}/${address.replace(/^\/+/, '')}`,
  );
  return {
    type,
    id: parts.path,
    place: { file: parts.file.path },
    status: parts.status,
    guid: type === 'post' ? feedId(addresses[0], config) : undefined,
    title: parts.title,
    slug: parts.slug,
    published: parts.date?.iso,
    ...commonHead(fields, config.dates),
    tags: distinct([
      ...parts.categories,
      ...namesIn(fields, 'tags'),
      ...namesIn(fields, 'tag', false),
    ]),
    legacyUrls: [...new Set([...addresses, ...from])],
  };
}

/** As jekyll-feed writes it: the address without its ending. */
function feedId(address: string | undefined, { facts, fields }: JekyllConfig): string | undefined {
  if (address === undefined) return undefined;
  const plugins = [...fields.list('plugins'), ...fields.list('gems')];
  if (!plugins.includes('jekyll-feed')) return undefined;
  return absoluteUrl(address.replace(/(?:\.html|\/)$/, ''), facts.url)?.href;
}
