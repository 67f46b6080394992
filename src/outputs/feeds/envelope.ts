/** A feed as its items are put into it. */

/** A document without its items. */
export interface Envelope {
  readonly start: string;
  readonly between: string;
  readonly end: string;
}

export function fillEnvelope({ start, between, end }: Envelope, items: readonly string[]): string {
  // Not joined: the text is copied only once, when it is written.
  const [first = '', ...others] = items;
  return others.reduce((all, item) => all + between + item, start + first) + end;
}
