/** A post as pages, lists and feeds see it; a part of the model. */
import type { PageAddress } from '../addresses/address.ts';
import type { Reference } from '../addresses/references.ts';
import type { PostDate } from '../lib/dates.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { BodyPart } from '../markdown/parts.ts';

export type { BodyPart, EmbedPart, ImagePart, Picture, PictureSource } from '../markdown/parts.ts';

/** A named address. `url` begins with the base path of the site and is percent-encoded. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** Marks the text where its language is not that of the site. */
  readonly lang?: LangAttributes;
}

/** An item of a table of contents; `url` is a fragment. */
export interface ContentsItem extends Link {
  readonly items: readonly ContentsItem[];
}

/** A post that another one suggests. */
export interface RelatedPost extends Link {
  readonly published: PostDate;
}

/** A person on the byline, with the address of that person's page here. */
export interface Byline {
  readonly name: string;
  readonly url: string;
  /** Absolute. */
  readonly canonical: string;
}

/** Things of one kind that a post links to. */
export interface References {
  /** What they are called together: `PEP`. */
  readonly name: string;
  /** In order of mention. */
  readonly items: readonly Reference[];
}

/** A post as lists show it. */
export interface PostSummary extends PageAddress {
  readonly title: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Marks title and text where their language is not that of the site. */
  readonly textLang: LangAttributes;
  /** Marks what stands among them in the language of the site. */
  readonly uiLang: LangAttributes;
  readonly published: PostDate;
  /** One or two sentences of text; empty when the post has none. */
  readonly summary: string;
  /** How long it takes to read: whole minutes, at least one. */
  readonly minutes: number;
  /** True for what only `--drafts` shows: unpublished, or dated in the future. */
  readonly draft: boolean;
  /** True for a draft that waits for nothing but its date. */
  readonly scheduled: boolean;
  /** Empty for an anonymous author. */
  readonly authors: readonly Byline[];
  readonly tags: readonly Link[];
}

/** The picture of a link preview. */
export interface Preview {
  /** Absolute address. */
  readonly url: string;
  readonly alt: string;
  /** Pixels and media type, as far as they are known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly type: string | undefined;
}

/** A page above another one, up to the home page. */
export interface Crumb {
  readonly name: string;
  /** Absolute address. */
  readonly canonical: string;
}

/** A post as its own page shows it. */
export interface Post extends PostSummary {
  /** The folder's name, or the `slug` that overrides it. */
  readonly slug: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Set only when it differs from `published`. */
  readonly updated: PostDate | undefined;
  /** The rendered, sanitised body: the only raw HTML of the site. */
  readonly body: readonly BodyPart[];
  /** Whether there is code in it. */
  readonly hasCode: boolean;
  /** Its sections; empty for a post that is short, or has few of them. */
  readonly contents: readonly ContentsItem[];
  /** What it links to, as far as the site knows its name. */
  readonly references: readonly References[];
  /** Never changes once published; the feed's id. */
  readonly guid: string;
  /** Absolute address of the image that its writer chose. */
  readonly image: { readonly url: string; readonly alt: string } | undefined;
  /** That image, or the card of the post. */
  readonly preview: Preview | undefined;
  /** From the home page to the post itself. */
  readonly trail: readonly Crumb[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
  /** Posts about the same things, the nearest first; none of them is `newer` or `older`. */
  readonly related: readonly RelatedPost[];
  /** Where it was first published, for information: no link, as the old blog may be gone. */
  readonly original: string | undefined;
}
