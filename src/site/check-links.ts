/** Checks every link to this site, and every file of it that a text shows. */
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import { ownAddress } from '../lib/hosts.ts';
import { linksIn } from '../lib/navigation-links.ts';
import type { Problems } from '../lib/problem.ts';
import { LinkJudge } from './link-judge.ts';
import { LinkTargets } from './link-targets.ts';
import type { BodyOf } from './posts.ts';
import type { PlannedText } from './slots.ts';

interface Sources {
  readonly plan: Plan;
  readonly content: Content;
  readonly texts: readonly PlannedText[];
  readonly settingsFile: string;
  /** Files that are copied, and smaller versions of images. */
  readonly files: readonly { readonly path: string }[];
  /** Whether there may be others. */
  readonly hasUnknownFiles: boolean;
  readonly bodyOf: BodyOf;
}

export function checkLinks(sources: Sources, problems: Problems): void {
  const { plan, content, files, hasUnknownFiles, bodyOf } = sources;
  const cards = [...plan.posts.map(({ card }) => card), plan.siteCard];
  const paths = [...files, ...cards].map(({ path }) => path);
  const targets = new LinkTargets(plan, paths, hasUnknownFiles);
  const showsComments = content.settings.comments?.archive !== false;
  const judge = new LinkJudge(plan, targets, bodyOf, showsComments);
  for (const place of plan.entries) {
    for (const link of bodyOf(place).links) {
      const fault = judge.faultOf(link, place);
      const { written: near, use } = link;
      if (fault !== undefined) problems.warn({ file: place.entry.file, near, use, ...fault });
    }
  }
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
