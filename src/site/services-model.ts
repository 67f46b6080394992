/** Model types of services of other sites. */

/** A script of another site that counts visits. */
export interface Analytics {
  /** URL. */
  readonly script: string;
  /** Attributes of its element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What it finds set up: https://developer.matomo.org/api-reference/tracking-javascript */
  readonly matomo: readonly (readonly (string | boolean)[])[] | undefined;
  /** Whether it waits for a call of Plausible's `init`. */
  readonly plausible: boolean;
}

/** Comments of a post on another site, which is not asked before the reader wants them. */
export interface PostComments {
  /** That site: `giscus.app`. */
  readonly host: string;
  /** URL of the same comments there, if they have a page. */
  readonly page: string | undefined;
  /** How `comments.js` loads them. */
  readonly source: CommentSource;
}

export type CommentSource =
  | { readonly kind: 'giscus' | 'utterances'; readonly frame: string }
  | {
      readonly kind: 'isso';
      readonly script: string;
      /** Attributes of its element. */
      readonly attributes: Readonly<Record<string, string>>;
      /** Id of the thread: the path of the post. */
      readonly thread: string;
    }
  /** URL of the replies, as JSON. */
  | { readonly kind: 'mastodon'; readonly replies: string };

/** A form for subscribing to a newsletter. */
export interface Newsletter {
  /** URL that the form is sent to. */
  readonly action: string;
  /** Site that gets the address: `buttondown.com`. */
  readonly host: string;
  /** Name of the field for the address. */
  readonly field: string;
  /** Names and values of hidden fields. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}
