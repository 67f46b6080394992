/** A feed document without its items. */
export interface Envelope {
  readonly start: string;
  readonly between: string;
  readonly end: string;
}

export function fillEnvelope({ start, between, end }: Envelope, items: readonly string[]): string {
  // Concatenation instead of `join`: V8 copies the text only once, when it is written.
  const [first = '', ...others] = items;
  return others.reduce((all, item) => all + between + item, start + first) + end;
}
