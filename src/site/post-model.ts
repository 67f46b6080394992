/** Posts as pages, lists and feeds see them; part of the model. */
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
  /** Set where the language of the text differs from that of the site. */
  readonly lang?: LangAttributes;
}

/** An item of a table of contents; `url` is a fragment. */
export interface ContentsItem extends Link {
  readonly items: readonly ContentsItem[];
}

/** A suggestion at the end of a post. */
export interface RelatedPost extends Link {
  readonly published: PostDate;
}

/** A person on the byline; `url` is that of their page here. */
export interface Byline {
  readonly name: string;
  readonly url: string;
  /** Absolute. */
  readonly canonical: string;
}

/** Named things of one kind that a post links to. */
export interface References {
  /** Name of the kind: `PEP`. */
  readonly name: string;
  /** In order of mention. */
  readonly items: readonly Reference[];
}

/** A post as lists show it. */
export interface PostSummary extends PageAddress {
  readonly title: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** For title and text, set where their language differs from that of the site. */
  readonly textLang: LangAttributes;
  /** For words of the site among them. */
  readonly uiLang: LangAttributes;
  readonly published: PostDate;
  /** One or two sentences of text; empty when the post has none. */
  readonly summary: string;
  /** Reading time, at least 1. */
  readonly minutes: number;
  /** True for posts that only `--drafts` shows: unpublished, or dated in the future. */
  readonly draft: boolean;
  /** True for a draft only because of its date. */
  readonly scheduled: boolean;
  /** Empty for an anonymous author. */
  readonly authors: readonly Byline[];
  readonly tags: readonly Link[];
}

/** Image of a link preview. */
export interface Preview {
  /** Absolute address. */
  readonly url: string;
  readonly alt: string;
  /** Pixels and media type, if known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly type: string | undefined;
}

/** An item of the breadcrumbs. */
export interface Crumb {
  readonly name: string;
  /** Absolute address. */
  readonly canonical: string;
}

/** A post as its own page shows it. */
export interface Post extends PostSummary {
  /** Name of the folder, or the `slug` that overrides it. */
  readonly slug: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Set only when it differs from `published`. */
  readonly updated: PostDate | undefined;
  /** The rendered, sanitised body: the only raw HTML of the site. */
  readonly body: readonly BodyPart[];
  /** Whether the body has code blocks. */
  readonly hasCode: boolean;
  /** Its sections; empty for a short post or one with few sections. */
  readonly contents: readonly ContentsItem[];
  /** Named things that it links to. */
  readonly references: readonly References[];
  /** Never changes once published; the feed's id. */
  readonly guid: string;
  /** From the front matter; `url` is absolute. */
  readonly image: { readonly url: string; readonly alt: string } | undefined;
  /** That image, or the social image of the post. */
  readonly preview: Preview | undefined;
  /** From the home page to the post itself. */
  readonly trail: readonly Crumb[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
  /** Most similar first; without `newer` and `older`. */
  readonly related: readonly RelatedPost[];
  /** Address of the first publication. Not a link, since the old blog may be gone. */
  readonly original: string | undefined;
}
