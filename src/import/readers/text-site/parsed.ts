/** What a parser of front matter or settings gives. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      /** Without a full stop. */
      readonly reason: string;
      /** 1-based, in the text that was parsed. */
      readonly line: number;
    };
