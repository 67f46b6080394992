/** Reports addresses that the earlier site answered and the new one does not. */
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import { foldAddress, foldPath, outputFile } from '../lib/paths.ts';
import { match } from '../lib/patterns.ts';
import type { Problem, Severity } from '../lib/problem.ts';
import type { Asset } from './model.ts';
import type { Published, PublishedPage } from './published-model.ts';
import { Successors } from './successors.ts';

export interface Comparison {
  readonly earlier: Published;
  readonly current: Published;
  readonly plan: Plan;
  readonly assets: readonly Asset[];
  readonly content: Pick<Content, 'posts' | 'redirects'>;
  /** Display path of `redirects.yaml`. */
  readonly file: string;
  readonly severity: Severity;
}

/** A problem for each lost address, with the line that redirects it. */
export function lostAddresses(comparison: Comparison): Problem[] {
  const { earlier, current, plan, content, file, severity } = comparison;
  const answers = new Answers(comparison);
  const successors = new Successors(earlier, current, plan.titles.keys());
  const pages = new Map(earlier.pages.map((page) => [page.path, page]));
  const unpublished = unpublishedTexts(comparison);
  const listed = new Set(content.redirects.map(({ fields }) => foldAddress(fields.from)));
  const lost = new Map(
    [
      ...earlier.pages.map(({ path }) => ({ path, leadsTo: path })),
      ...earlier.redirects.map(({ from, to }) => ({ path: from, leadsTo: to })),
    ]
      .filter(({ path }) => !answers.has(path))
      .map((address) => [foldPath(address.path), address]),
  );
  return [...lost.values()].map(({ path, leadsTo }) => {
    const page = pages.get(leadsTo);
    const advice =
      spellingAdvice(path, answers.spellingOf(path)) ??
      redirectAdvice(
        path,
        successors.of(leadsTo),
        unpublished.get(page?.text ?? ''),
        listed.has(foldPath(path)),
      );
    const message = `The earlier site had ${describe(page)} at ${path}; this one has nothing there. ${advice.message}`;
    return { severity, file, code: 'address-lost', message, hint: advice.hint };
  });
}

function describe(page: PublishedPage | undefined): string {
  return page === undefined || page.title === '' ? 'a page' : `"${page.title}"`;
}

type Advice = Pick<Problem, 'message' | 'hint'>;

/** @param now the page that differs only in spelling, if any */
function spellingAdvice(path: string, now: string | undefined): Advice | undefined {
  if (now === undefined) return undefined;
  const slug = path.replace(/\/$/, '').split('/').at(-1) ?? '';
  return {
    message: `The page is now ${now}, and most hosts cannot redirect between addresses that differ only in capital letters.`,
    hint: `Rename it back, or write \`slug: ${slug}\` in its front matter.`,
  };
}

/**
 * The message ends with the line, so that it is also there if a report leaves out the hint.
 * @param to the page to redirect to; `undefined` if the address is gone for good
 * @param draft file of the post, if it is not published
 * @param isListed whether `redirects.yaml` has the address, with a target that is lost too
 */
function redirectAdvice(
  path: string,
  to: string | undefined,
  draft: string | undefined,
  isListed: boolean,
): Advice {
  const target = to === undefined ? 'status: 410' : `to: ${asWritten(to)}`;
  const line = `- { from: ${asWritten(path)}, ${target} }`;
  const place = isListed
    ? 'in place of the line for this address'
    : 'below `redirects:` at its top';
  const hints = [
    ...(draft === undefined ? [] : [`Publish ${draft} again, or redirect the address.`]),
    `Copy the line, from the hyphen on, into this file, ${place}.`,
    ...(to === undefined
      ? [
          'It says that the page is gone for good; if another replaces it, write `to: /its/path/` instead of the status.',
        ]
      : []),
  ];
  return { message: `Missing line: ${line}`, hint: hints.join(' ') };
}

/** Encodes what would be part of a pattern or of the YAML around it. */
function asWritten(path: string): string {
  return path.replace(/[^\p{L}\p{M}\p{N}/._~()$+;=-]/gu, (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}

/** Files of posts that are not published, by the hash of their text. */
function unpublishedTexts({ plan, content }: Comparison): Map<string, string> {
  const published = new Set(plan.posts.map(({ entry }) => entry.file));
  return new Map(
    content.posts
      .filter(({ file }) => !published.has(file))
      .map(({ textHash, file }) => [textHash, file]),
  );
}

/** What the new site answers. */
class Answers {
  readonly #files: ReadonlySet<string>;
  /** Paths by folded file. */
  readonly #pages: ReadonlyMap<string, string>;
  /** Folded. */
  readonly #redirects: ReadonlySet<string>;
  readonly #patterns: readonly string[];

  constructor({ plan, assets }: Comparison) {
    const { exact, gone, patterns } = plan.redirects;
    const pages = [...plan.titles.keys()];
    const redirects = [...exact, ...gone, ...patterns.flatMap(({ known }) => known)];
    this.#files = new Set([
      ...pages.map(normalFile),
      ...assets.map(({ path }) => path.slice(1).normalize('NFC')),
    ]);
    this.#pages = new Map(pages.map((path) => [foldPath(path), path]));
    this.#redirects = new Set(redirects.flatMap(({ from }) => filesAt(from)).map(foldPath));
    // A pattern of feeds also matches those of lists that are gone.
    this.#patterns = patterns.filter(({ kind }) => kind === 'page').map(({ from }) => from);
  }

  has(path: string): boolean {
    return (
      this.#files.has(normalFile(path)) ||
      this.#redirects.has(foldPath(path)) ||
      this.#patterns.some((pattern) => match(pattern, path) !== undefined)
    );
  }

  /** The page whose address differs only in case. */
  spellingOf(path: string): string | undefined {
    return this.#pages.get(foldPath(path));
  }
}

/** An old address, and the files that hosts without redirects serve there. */
function filesAt(from: string): string[] {
  const folder = from.replace(/\/?$/, '/');
  return [from, folder, `${folder}index.xml`];
}

/** The output file, in one Unicode form. */
function normalFile(path: string): string {
  return outputFile(path).normalize('NFC');
}
