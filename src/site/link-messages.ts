/** Says what is wrong with a link to this site, and what to do. */
import { isRelative } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import type { SiteLink } from '../markdown/body.ts';
import type { Unpublished } from './link-targets.ts';

export type Fault = Pick<Problem, 'code' | 'message' | 'hint'>;
export type JudgedLink = Pick<SiteLink, 'written' | 'url' | 'kind'>;

/** What is known about an address that the site does not have. */
export interface Miss {
  /** The post or page that will be there. */
  readonly unpublished: Unpublished | undefined;
  readonly isGone: boolean;
  /** What the writer may have meant, as they would write it. */
  readonly near: string | undefined;
}

export function missingTarget(link: JudgedLink, { unpublished, isGone, near }: Miss): Fault {
  const code = codeOf(link);
  const subject = subjectOf(link);
  if (unpublished !== undefined) return { ...code, ...waiting(subject, unpublished) };
  const meant = near === undefined ? '' : `Did you mean ${near}? `;
  if (link.kind === 'version')
    return {
      ...code,
      message: `${subject}, but there is no such file.`,
      hint: `${meant}Correct the address, or remove \`srcset\`: Perennial makes smaller versions itself.`,
    };
  if (link.kind === 'file')
    return {
      ...code,
      message: `${subject}, but this site has no such file, so readers see its description instead.`,
      hint: `${meant}Put the file beside the post and write its name, or put it into \`public\`.`,
    };
  if (link.kind === 'legacy')
    return {
      ...code,
      message: `${subject}, but no post has this old address.`,
      hint: `${meant}Write the new address, or add the old one to \`redirects.yaml\`.`,
    };
  if (isGone)
    return {
      ...code,
      message: `${subject}, which \`redirects.yaml\` says is gone.`,
      hint: 'Write another address, or remove the link.',
    };
  if (isBeside(link))
    return {
      ...code,
      message: `${subject}, but there is no such file beside the post.`,
      hint: `${meant}Put the file there, or write the full address with https://.`,
    };
  return {
    ...code,
    message: `${subject}, but this site has no such page or file.`,
    hint: `${meant}Correct the address, or remove the link.`,
  };
}

/** @param near an id that the writer may have meant */
export function missingId(
  { written }: JudgedLink,
  isOwn: boolean,
  near: string | undefined,
): Fault {
  const meant = near === undefined ? '' : `Did you mean #${near}? `;
  return {
    code: 'link-fragment-missing',
    message: `The link leads to "${shorten(written)}", but ${isOwn ? 'this text' : 'that page'} has no such id, so readers arrive at the top.`,
    hint: `${meant}Copy the link beside a heading of that page, or remove the \`#\` and what follows it.`,
  };
}

/** Whether a link names a file below the folder of its post. */
export function isBeside({ written }: JudgedLink): boolean {
  return isRelative(written) && !written.startsWith('../');
}

function codeOf({ kind, written }: JudgedLink): Pick<Fault, 'code'> {
  if (kind === 'legacy') return { code: 'link-legacy-unknown' };
  if (kind !== 'link') return { code: 'image-missing' };
  return isRelative(written) ? { code: 'link-file-missing' } : { code: 'link-target-missing' };
}

function subjectOf({ kind, written }: JudgedLink): string {
  const quoted = `"${shorten(written)}"`;
  if (kind === 'version') return `\`srcset\` names ${quoted}`;
  if (kind === 'legacy') return `The link leads to the old blog at ${quoted}`;
  return kind === 'file' ? `The text shows ${quoted}` : `The link leads to ${quoted}`;
}

function waiting(subject: string, { entry }: Unpublished): Omit<Fault, 'code'> {
  const { fields, file } = entry;
  const what = 'publishDate' in fields ? 'post' : 'page';
  if ('publishDate' in fields && fields.published)
    return {
      message: `${subject}, but the post ${file} is scheduled for ${fields.publishDate.writtenDay}, so readers find nothing there until then.`,
      hint: 'Build the site again when the post is due, or remove the link until then.',
    };
  return {
    message: `${subject}, but the ${what} ${file} is not published, so readers find nothing there.`,
    hint: `Write \`published: true\` in the front matter of the ${what}, or remove the link.`,
  };
}

function shorten(address: string): string {
  return address.slice(0, 80);
}
