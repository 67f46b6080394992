/** A body as the site shows it: plain data, free to cross threads. */
import type { RenderedBody } from '../markdown/render-body.ts';
import type { Piece } from './model.ts';
import { minutesOf } from './reading-time.ts';
import { summaryOf } from './summary.ts';

export interface Body extends Omit<RenderedBody, 'prose' | 'reading'> {
  /** One or two sentences of text; empty when there is none. */
  readonly summary: string;
  /** How long it takes to read, in whole minutes. */
  readonly minutes: number;
  /** What it can be compared with other bodies by; see `wordStats`. */
  readonly terms: Int32Array;
}

/** A body with its images. */
export interface ShownBody extends Body {
  /** The HTML for its page. */
  readonly pieces: readonly Piece[];
}

/** @param description the summary that its writer gave */
export function toBody(rendered: RenderedBody, description: string | undefined): Body {
  const { prose, reading, ...body } = rendered;
  return {
    ...body,
    summary: summaryOf(description, prose),
    minutes: minutesOf(reading),
    terms: reading.terms,
  };
}

export const NO_BODY: ShownBody = {
  html: '',
  pieces: [],
  summary: '',
  headings: [],
  minutes: 1,
  terms: new Int32Array(0),
  files: [],
  references: [],
  problems: [],
};
