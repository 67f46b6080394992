/** Sections of the report for notes, and the codes that each one shows. */

/** A table for one code. */
export interface Topic {
  readonly code: string;
  /** Plural noun phrase for the rows. */
  readonly title: string;
  /** Headers of the columns after the place: the text found, and its replacement. */
  readonly columns: readonly string[];
}

export interface Section {
  /** Anchor. */
  readonly id: string;
  readonly title: string;
  readonly topics: readonly Topic[];
}

/** Shown in the section of old addresses. */
export const NO_LEGACY_URL: Topic = {
  code: 'post-legacyUrl-none',
  title: 'Posts without an old address',
  columns: [],
};

export const SECTIONS: readonly Section[] = [
  {
    id: 'self-links',
    title: 'Links to the old blog',
    topics: [
      {
        code: 'link-legacy-unknown',
        title: 'Links that stay as written',
        columns: ['Link'],
      },
      {
        code: 'link-healed',
        title: 'Links rewritten to the new address',
        columns: ['Written', 'New address'],
      },
    ],
  },
  {
    id: 'blogger',
    title: 'Dependencies on Blogger',
    topics: [
      { code: 'link-blogger', title: 'Links to Blogger itself', columns: ['Link'] },
      { code: 'image-blogger', title: 'Images hosted by Blogger', columns: ['Image'] },
      {
        code: 'link-blogger-image',
        title: 'Links to images hosted by Blogger',
        columns: ['Link'],
      },
    ],
  },
  {
    id: 'images',
    title: 'Images without a description',
    topics: [
      {
        code: 'image-alt-missing',
        title: 'Images with an empty or missing description',
        columns: ['Image'],
      },
      { code: 'post-coverAlt-none', title: 'Covers without a description', columns: [] },
    ],
  },
  {
    id: 'misnamed',
    title: 'Images with the wrong extension',
    topics: [
      {
        code: 'image-misnamed',
        title: 'Images whose extension does not match their format',
        columns: [],
      },
    ],
  },
  {
    id: 'links',
    title: 'Broken links',
    topics: [
      { code: 'link-empty', title: 'Links without text, removed', columns: ['Link'] },
      {
        code: 'link-fragment-missing',
        title: 'Links to missing anchors',
        columns: ['Link'],
      },
      {
        code: 'link-target-missing',
        title: 'Links to missing pages and files',
        columns: ['Link'],
      },
    ],
  },
  {
    id: 'texts',
    title: 'Details in posts',
    topics: [
      { code: 'post-description-none', title: 'Posts without a description', columns: [] },
      { code: 'post-tags-alike', title: 'Similar tags', columns: ['Tag', 'More common'] },
      { code: 'heading-empty', title: 'Headings without text, removed', columns: ['Before'] },
      { code: 'code-language-missing', title: 'Code without a language', columns: ['First line'] },
    ],
  },
];
