/** Limits far beyond what people write, which keep a text from growing into something that stalls a build. */
import type { Problem } from './problem.ts';

interface LimitInfo {
  readonly limit: number;
  /** What is counted, to follow a number. */
  readonly noun: string;
  /** What to do besides raising the limit: a sentence without its end. */
  readonly advice: string;
}

export type LimitName =
  | 'textSize'
  | 'depth'
  | 'elements'
  | 'headings'
  | 'links'
  | 'footnotes'
  | 'tableCells'
  | 'htmlSize'
  | 'postOutput'
  | 'siteOutput'
  | 'authors'
  | 'tags'
  | 'siteTags'
  | 'listedPosts'
  | 'imagePixels'
  | 'jpegPixels'
  | 'imageFrames';

const SMALLER = 'Save it smaller: pages show at most 1200 pixels in a row';

/** By name in the table `limits` of `site.yaml`. */
export const LIMITS: Readonly<Record<LimitName, LimitInfo>> = {
  textSize: {
    limit: 1_000_000,
    noun: 'bytes of text',
    advice: 'Split the text into several posts, and save embedded images as files next to it',
  },
  // Few enough for the stack of any thread.
  depth: {
    limit: 500,
    noun: 'levels of nesting',
    advice:
      'Look for HTML that is never closed, such as many `<div>`, or for very many `>` or list markers in a row',
  },
  elements: {
    limit: 100_000,
    noun: 'elements',
    advice: 'Split the text, or look for a part that a program has written',
  },
  headings: { limit: 10_000, noun: 'headings', advice: 'Split the text into several posts' },
  links: { limit: 20_000, noun: 'links', advice: 'Split the text into several posts' },
  footnotes: {
    limit: 10_000,
    noun: 'references to footnotes',
    advice: 'Split the text into several posts',
  },
  tableCells: {
    limit: 50_000,
    noun: 'table cells',
    advice: 'Put the table into a file beside the post, and link to it',
  },
  htmlSize: {
    limit: 10_000_000,
    noun: 'characters of HTML',
    advice: 'Split the text into several posts',
  },
  postOutput: {
    limit: 100_000_000,
    noun: 'characters of HTML',
    advice:
      'Shorten or split the text, or give it fewer tags and authors, which have lists and feeds',
  },
  siteOutput: {
    limit: 20_000_000_000,
    noun: 'characters of HTML',
    advice: 'Lower `feedSize`, set `feedContent: summary`, or join tags that mean the same',
  },
  authors: { limit: 50, noun: 'authors', advice: 'Name a group instead' },
  tags: { limit: 100, noun: 'tags', advice: 'Keep the tags that readers look for' },
  siteTags: {
    limit: 20_000,
    noun: 'different tags',
    advice: 'Join tags that mean the same, and remove those of a single post',
  },
  listedPosts: {
    limit: 50_000,
    noun: 'posts in one list',
    advice: 'Look for a date, tag or author that a program has written into too many posts',
  },
  // 256 MB, decoded.
  imagePixels: { limit: 64_000_000, noun: 'pixels in all frames', advice: SMALLER },
  // Decoded at a fraction of its size.
  jpegPixels: { limit: 256_000_000, noun: 'pixels', advice: SMALLER },
  // Five minutes, as a film has them.
  imageFrames: { limit: 7500, noun: 'frames', advice: 'Publish it as a video' },
};

/** Limits that the settings change. */
export type OwnLimits = Readonly<Partial<Record<LimitName, number | undefined>>>;

/** @param own from the settings */
export function limitOf(name: LimitName, own: OwnLimits = {}): number {
  return own[name] ?? LIMITS[name].limit;
}

/**
 * What to say if more was found than the limit allows.
 * @param subject starts the sentence: `The post`
 */
export function overLimit(
  name: LimitName,
  found: number,
  subject: string,
  own?: OwnLimits,
): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  const limit = limitOf(name, own);
  if (found <= limit) return undefined;
  return {
    code: 'limit-exceeded',
    message: `${subject} has ${written(found)} ${LIMITS[name].noun}, but the limit is ${written(limit)}.`,
    hint: raiseHint(name, found),
  };
}

/** @param needed value that would be enough */
export function raiseHint(name: LimitName, needed: number): string {
  return `${LIMITS[name].advice}; or raise the limit in \`site.yaml\`: \`limits: { ${name}: ${needed} }\`.`;
}

function written(count: number): string {
  return count.toLocaleString('en');
}
