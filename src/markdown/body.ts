/** A body before, during and after its rendering. */
import type { Reference } from '../addresses/references.ts';
import type { LinkResolver } from '../addresses/resolver.ts';
import type { Document } from '../lib/html.ts';
import type { Words } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';
import type { Heading } from './headings.ts';
import type { BodyPart } from './parts.ts';

/** What a body is rendered from: plain data that can be posted to a worker. */
export interface BodySource {
  /** Path of the file as messages show it. */
  readonly file: string;
  readonly markdown: string;
  /** Files that relative links and images can name, relative to the body's folder. */
  readonly files: readonly string[];
  /** Canonical tag of the language of the words that the page adds. */
  readonly language: string;
  /** Summary from the front matter. */
  readonly description: string | undefined;
}

/** A body with its Markdown parsed; its addresses are still as written. */
export interface ParsedBody {
  readonly source: Omit<BodySource, 'markdown'>;
  readonly html: string;
  /** Whether it can hold HTML of the writer's. */
  readonly isRaw: boolean;
  readonly problems: readonly Problem[];
}

/** A rendered body: plain data that can be posted from a worker and cached on disk. */
export interface Body {
  readonly parts: readonly BodyPart[];
  /** One or two sentences of text; empty when there is none. */
  readonly summary: string;
  /** Reading time, at least 1. */
  readonly minutes: number;
  /** Terms to compare it with other bodies by; see `wordStats`. */
  readonly terms: Int32Array;
  /** In document order. */
  readonly headings: readonly Heading[];
  /** Files beside the body that it uses, to be published with it. */
  readonly files: readonly string[];
  /** Named things that it links to, each once, in order of mention. */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** Ids that links can lead to; only where notes are wanted. */
  readonly ids: readonly string[];
}

export const NO_BODY: Body = {
  parts: [],
  summary: '',
  minutes: 1,
  terms: new Int32Array(0),
  headings: [],
  files: [],
  references: [],
  problems: [],
  ids: [],
};

/** What the passes share. Each may change the tree and add to the lists. */
export interface BodyTree {
  readonly tree: Document;
  readonly source: Pick<BodySource, 'file' | 'files'>;
  /** URL path of the page that shows it, with the base path. */
  readonly url: string;
  readonly resolver: LinkResolver;
  readonly words: Words['body'];
  /** Files beside the body that it uses. */
  readonly used: Set<string>;
  /** Named things that it links to, by group and label in lower case, in order of mention. */
  readonly references: Map<string, Reference>;
  readonly problems: Problem[];
}

/** Adds a problem at the place of `near` in the Markdown. */
export function report(
  body: BodyTree,
  severity: Problem['severity'],
  near: string,
  problem: Pick<Problem, 'code' | 'message' | 'hint' | 'replacement'>,
): void {
  body.problems.push({ severity, file: body.source.file, near, ...problem });
}
