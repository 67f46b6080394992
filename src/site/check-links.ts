/** Checks every link to this site, and every file of it that a text shows. */
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { Content } from '../content/entries.ts';
import { ownAddress } from '../lib/hosts.ts';
import { linksIn } from '../lib/navigation-links.ts';
import type { Problems } from '../lib/problem.ts';
import { LinkJudge } from './link-judge.ts';
import { LinkTargets } from './link-targets.ts';
import type { BodyOf } from './posts.ts';
import type { PlannedText } from './slots.ts';

/** What tells whether an address of this site leads somewhere. */
export interface Targets {
  readonly plan: Plan;
  readonly content: Content;
  /** Files that are copied, and smaller versions of images. */
  readonly files: readonly { readonly path: string }[];
  /** Whether there may be others. */
  readonly hasUnknownFiles: boolean;
  readonly bodyOf: BodyOf;
}

interface Sources extends Targets {
  readonly texts: readonly PlannedText[];
  readonly settingsFile: string;
}

export function checkLinks(sources: Sources, problems: Problems): void {
  const { plan, bodyOf } = sources;
  const judge = judgeOf(sources);
  for (const place of plan.entries) checkBody(place, bodyOf, judge, problems);
  for (const text of sources.texts) {
    const { file, field } = text.entry;
    for (const link of bodyOf(text).links) {
      const fault = judge.faultOf(link, text);
      const { written: near, use } = link;
      const place =
        field === undefined ? { file, near, use } : { file: sources.settingsFile, field };
      if (fault !== undefined) problems.warn({ ...place, ...fault });
    }
  }
  checkFields(sources, judge, problems);
}

function judgeOf({ plan, content, files, hasUnknownFiles, bodyOf }: Targets): LinkJudge {
  const cards = [...plan.posts.map(({ card }) => card), plan.siteCard];
  const paths = [...files, ...cards].map(({ path }) => path);
  const targets = new LinkTargets(plan, paths, hasUnknownFiles);
  const showsComments = content.settings.comments?.archive !== false;
  return new LinkJudge(plan, targets, bodyOf, showsComments);
}

/** The links of one body. */
export function checkLinksOf(place: Addressed, targets: Targets, problems: Problems): void {
  checkBody(place, targets.bodyOf, judgeOf(targets), problems);
}

function checkBody(place: Addressed, bodyOf: BodyOf, judge: LinkJudge, problems: Problems): void {
  for (const link of bodyOf(place).links) {
    const fault = judge.faultOf(link, place);
    const { written: near, use } = link;
    if (fault !== undefined) problems.warn({ file: place.entry.file, near, use, ...fault });
  }
}

/** Addresses in settings and front matter. Paths without a page or file are errors already. */
function checkFields(
  { plan, content, settingsFile: file }: Sources,
  judge: LinkJudge,
  problems: Problems,
): void {
  const { navigation, social } = content.settings;
  const { hosts, basePath } = plan.links;
  const links = [
    ...linksIn(navigation).map(({ url, field }) => ({ url, file, field })),
    ...social.map(({ url }, index) => ({ url, file, field: `social[${index}].url` })),
    ...content.authors.map((author) => ({
      url: author.fields.website ?? '',
      file: author.file,
      field: 'website',
    })),
    ...plan.posts.map(({ entry }) => ({
      url: entry.fields.image ?? '',
      file: entry.file,
      field: 'image',
    })),
  ];
  for (const { url: written, ...place } of links) {
    const isPath = written.startsWith('/');
    const url = isPath ? basePath + written : ownAddress(written, hosts, basePath);
    const fault = url && judge.faultOf({ written, url, kind: 'link' });
    if (!fault || (isPath && fault.code !== 'link-fragment-missing')) continue;
    problems.warn({ ...place, ...fault });
  }
}
