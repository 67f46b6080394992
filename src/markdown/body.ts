/** A body on its way through the passes of this folder: its tree, and what they find out about it. */
import type { Reference } from '../addresses/references.ts';
import type { LinkResolver } from '../addresses/resolver.ts';
import type { Document } from '../lib/html.ts';
import type { Words } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';

/** What a body is rendered from: plain data, free to cross threads. */
export interface BodySource {
  /** As the writer knows it, for messages. */
  readonly file: string;
  readonly markdown: string;
  /** Files that relative links and images can mean, relative to the body's folder. */
  readonly files: readonly string[];
  /** That of the words which the page adds: a canonical tag. */
  readonly language: string;
}

/** What the passes share. Each may change the tree and add to the lists. */
export interface BodyTree {
  readonly tree: Document;
  readonly source: Pick<BodySource, 'file' | 'files'>;
  /** Address of the page it is shown on, with the base path. */
  readonly url: string;
  readonly resolver: LinkResolver;
  readonly words: Words['body'];
  /** Files beside the body that it uses. */
  readonly used: Set<string>;
  /** What its links lead to, by group and label in lower case, in order of mention. */
  readonly references: Map<string, Reference>;
  readonly problems: Problem[];
}

/** Adds a problem at the place where `near` stands in the Markdown. */
export function report(
  body: BodyTree,
  severity: Problem['severity'],
  near: string,
  problem: Pick<Problem, 'code' | 'message' | 'hint' | 'replacement'>,
): void {
  body.problems.push({ severity, file: body.source.file, near, ...problem });
}
