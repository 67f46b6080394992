/** Model types of posts. */
import type { PageAddress } from '../addresses/address.ts';
import type { Reference } from '../addresses/references.ts';
import type { PostDate } from '../lib/dates.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { BodyPart, Picture } from '../markdown/parts.ts';
import type { PostComments } from './services-model.ts';

export type {
  BodyPart,
  EmbedPart,
  ImagePart,
  Picture,
  PictureSource,
  Size,
} from '../markdown/parts.ts';

/** `url` includes the base path and is percent-encoded. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** Set if the language of the text differs from that of the site. */
  readonly lang?: LangAttributes;
}

/** An item of a table of contents; `url` is a fragment. */
export interface ContentsItem extends Link {
  readonly items: readonly ContentsItem[];
}

export interface RelatedPost extends Link {
  readonly published: PostDate;
  /** About two lines; empty for a post without text. */
  readonly summary: string;
  /** A small version of the image that stands for it. */
  readonly picture: Picture | undefined;
}

/** An author in a byline; `url` is that of their page. */
export interface Byline {
  readonly name: string;
  readonly url: string;
  /** Absolute. */
  readonly canonical: string;
}

/** What the end of a post says about one of its authors. */
export interface Writer extends Byline {
  readonly bio: string | undefined;
  readonly portrait: Picture | undefined;
}

/** References of one kind. */
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
  /** For title and text; empty if their language is that of the site. */
  readonly textLang: LangAttributes;
  /** For UI strings within the text. */
  readonly uiLang: LangAttributes;
  readonly published: PostDate;
  /** Set if later than `published`. */
  readonly updated: PostDate | undefined;
  /** One or two sentences of text; empty for a post without text. */
  readonly summary: string;
  /** Reading time, at least 1. */
  readonly minutes: number;
  /** Whether only `--drafts` shows it: unpublished, or dated in the future. */
  readonly draft: boolean;
  /** Whether it is a draft only because of its date. */
  readonly scheduled: boolean;
  /** Empty for an anonymous author. */
  readonly authors: readonly Byline[];
  readonly tags: readonly Link[];
  /** Whether the home page shows it first. */
  readonly pinned: boolean;
}

/** A part of a series, as its posts link to it. */
export interface PartLink extends Link {
  readonly part: number;
  /** Whether it is the post that has the link. */
  readonly isCurrent: boolean;
}

/** The series that a post is part of. */
export interface PostSeries {
  readonly name: string;
  /** URL of its page. */
  readonly url: string;
  /** Absolute. */
  readonly canonical: string;
  readonly part: number;
  /** In the order to read them. */
  readonly parts: readonly PartLink[];
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** Image of a link preview. */
export interface Preview {
  /** Absolute URL. */
  readonly url: string;
  readonly alt: string;
  /** Pixels and media type, if known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly type: string | undefined;
}

export interface Breadcrumb {
  readonly name: string;
  /** Absolute URL. */
  readonly canonical: string;
}

/** Where readers edit a text and see its history. */
export interface SourceLinks {
  readonly edit: string | undefined;
  readonly history: string | undefined;
}

/** A post as its own page shows it. */
export interface Post extends PostSummary {
  /** Name of the folder, or the `slug` that overrides it. */
  readonly slug: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Rendered and sanitised: the only raw HTML of the site. */
  readonly body: readonly BodyPart[];
  readonly hasCode: boolean;
  /** Empty for a post that is short or has few headings. */
  readonly contents: readonly ContentsItem[];
  readonly references: readonly References[];
  /** Id in feeds; never changes once published. */
  readonly guid: string;
  readonly series: PostSeries | undefined;
  /** Image above the text. */
  readonly cover: Picture | undefined;
  /** Absolute URL where it was first published, if elsewhere. */
  readonly canonicalUrl: string | undefined;
  /** From the front matter: `image`, else `cover`; `url` is absolute. */
  readonly image: { readonly url: string; readonly alt: string } | undefined;
  /** That image, or the post's social card. */
  readonly preview: Preview | undefined;
  /** From the home page to the post. */
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
  /** All authors, if the profile of any has a text or a portrait; else empty. */
  readonly writers: readonly Writer[];
  /** Links that share it on other sites, by setting. */
  readonly share: readonly Link[];
  /** Most similar first; without `newer` and `older`. */
  readonly related: readonly RelatedPost[];
  /** URL of the first publication; its host is shown as text, because the old blog may be gone. */
  readonly original: string | undefined;
  readonly source: SourceLinks | undefined;
  readonly comments: PostComments | undefined;
  /** From the old blog. */
  readonly archivedComments: ArchivedComments | undefined;
}

export interface ArchivedComments {
  /** Id of the section; absent if something else on the page has it. */
  readonly anchor: string | undefined;
  readonly count: number;
  readonly threads: readonly ArchivedComment[];
}

export interface ArchivedComment {
  /** Id of its element, as on the old blog; absent if the page has another element of that id. */
  readonly anchor: string | undefined;
  /** Absent if anonymous. */
  readonly author: string | undefined;
  /** Site of its author. */
  readonly url: string | undefined;
  readonly published: PostDate | undefined;
  /** Sanitised. */
  readonly html: string;
  readonly replies: readonly ArchivedComment[];
}
