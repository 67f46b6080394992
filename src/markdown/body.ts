/** A body before, during and after rendering. */
import type { Reference } from '../addresses/references.ts';
import type { LinkResolver } from '../addresses/resolver.ts';
import type { Document } from '../lib/html.ts';
import type { OwnLimits } from '../lib/limits.ts';
import type { Words } from '../lib/language/language.ts';
import { ownText } from '../lib/own-copy.ts';
import type { Problem } from '../lib/problem.ts';
import type { BodyPart } from './parts.ts';
import type { Uses, Written } from './uses.ts';

/** Input of the parser: plain data that can be posted to a worker. */
export interface BodySource {
  /** Path for messages. */
  readonly file: string;
  readonly markdown: string;
  /** Files that relative URLs can name, relative to the folder of the body. */
  readonly files: readonly string[];
  /** Others beside the body, which are not published. */
  readonly withheld?: readonly string[];
  /** Canonical language tag. */
  readonly language: string;
  /** From the front matter. */
  readonly description: string | undefined;
  /** Language tag by whose typography the text is set; absent for a text that stays as it is written. */
  readonly typography?: string;
  /** Limits that the settings change. */
  readonly limits?: OwnLimits;
  /** `false` if the settings keep addresses of players as links. */
  readonly embedAddresses?: boolean;
}

/** A body converted to HTML, before any pass. */
export interface ParsedBody {
  readonly source: Omit<BodySource, 'markdown'>;
  /** Absent if the Markdown cannot be parsed; `problems` say why. */
  readonly html?: string;
  /** Whether it may contain raw HTML. */
  readonly isRaw: boolean;
  readonly problems: readonly Problem[];
}

/** A heading of the finished body. */
export interface Heading {
  /** 2 to 6. */
  readonly level: number;
  readonly id: string;
  /** On one line. */
  readonly text: string;
}

/** A link of a body to this site, or a file that it shows. */
export interface SiteLink extends Written {
  /** Relative to the page, or with the base path; absolute to the old blog. */
  readonly url: string;
  /** A `version` of an image is one that browsers may choose; `legacy` is a link to the old blog. */
  readonly kind: 'link' | 'file' | 'version' | 'legacy';
}

/** A rendered body: plain data that can be posted from a worker and cached on disk. */
export interface Body {
  readonly parts: readonly BodyPart[];
  /** One or two sentences; empty for a body without text. */
  readonly summary: string;
  /** Reading time, at least 1. */
  readonly minutes: number;
  readonly headings: readonly Heading[];
  /** Files beside the body to publish with it. */
  readonly files: readonly string[];
  /** Unique, in order of mention. */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** Targets for links. */
  readonly ids: readonly string[];
  /** In the order of the text, those to attachments left out. */
  readonly links: readonly SiteLink[];
}

/** A body with the terms of its text, which only the search for related posts needs. */
export interface BodyWithTerms extends Body {
  /** See `wordStats`. */
  readonly terms: Int32Array;
}

export const NO_BODY: BodyWithTerms = {
  parts: [],
  summary: '',
  minutes: 1,
  headings: [],
  files: [],
  references: [],
  problems: [],
  ids: [],
  links: [],
  terms: new Int32Array(0),
};

/** State shared by the passes, which change the tree and add to the collections. */
export interface BodyTree {
  readonly tree: Document;
  readonly source: Pick<BodySource, 'file' | 'files' | 'withheld' | 'embedAddresses'>;
  /** URL path of the page, with the base path. */
  readonly url: string;
  readonly resolver: LinkResolver;
  readonly words: Words['body'];
  /** Files beside the body that it uses. */
  readonly files: Set<string>;
  /** By group and label in lower case. */
  readonly references: Map<string, Reference>;
  readonly problems: Problem[];
  readonly uses: Uses;
  readonly links: SiteLink[];
}

/** @param near text that marks the place in the Markdown */
export function report(
  body: BodyTree,
  severity: Problem['severity'],
  near: string | Written,
  problem: Pick<Problem, 'code' | 'message' | 'hint' | 'replacement'>,
): void {
  const [text, use] = typeof near === 'string' ? [near, {}] : [near.written, { use: near.use }];
  // The problem would keep the whole text in memory.
  const place = { near: ownText(text), ...use };
  body.problems.push({ severity, file: body.source.file, ...place, ...problem });
}
