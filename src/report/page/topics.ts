/** The sections of a report that are not errors, warnings or redirects: what is shown of which code. */

/** A table of a report. */
export interface Topic {
  readonly code: string;
  /** What its rows are, in the plural. */
  readonly title: string;
  /** Heads of the columns behind the place: for the text at the mistake, and for what takes its place. */
  readonly columns: readonly string[];
}

export interface Section {
  /** Where links of the page lead. */
  readonly id: string;
  readonly title: string;
  readonly topics: readonly Topic[];
}

/** Stands among the redirects. */
export const UNCLAIMED: Topic = {
  code: 'post-legacyUrl-none',
  title: 'Posts that name no old address',
  columns: [],
};

export const SECTIONS: readonly Section[] = [
  {
    id: 'self-links',
    title: 'Links to the old blog',
    topics: [
      {
        code: 'link-legacy-unknown',
        title: 'Links that stay as they were written',
        columns: ['Link'],
      },
      {
        code: 'link-healed',
        title: 'Links that lead to the new address now',
        columns: ['Written', 'Leads to'],
      },
    ],
  },
  {
    id: 'blogger',
    title: 'What still hangs on Blogger',
    topics: [
      { code: 'link-blogger', title: 'Links into Blogger itself', columns: ['Link'] },
      { code: 'image-blogger', title: 'Images that Blogger keeps', columns: ['Image'] },
      {
        code: 'link-blogger-image',
        title: 'Links to images that Blogger keeps',
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
        title: 'Images with an empty description, or none',
        columns: ['Image'],
      },
    ],
  },
  {
    id: 'misnamed',
    title: 'Images with a name of another type',
    topics: [
      {
        code: 'image-misnamed',
        title: 'Images whose names say what they are not',
        columns: [],
      },
    ],
  },
  {
    id: 'links',
    title: 'Links that miss their mark',
    topics: [
      { code: 'link-empty', title: 'Links without a text, left out', columns: ['Link'] },
      {
        code: 'link-fragment-missing',
        title: 'Links to places that are not there',
        columns: ['Place'],
      },
    ],
  },
  {
    id: 'texts',
    title: 'Small things in the texts',
    topics: [
      { code: 'post-description-none', title: 'Posts without a description', columns: [] },
      { code: 'post-tags-alike', title: 'Tags that read alike', columns: ['Tag', 'Usual'] },
      { code: 'heading-empty', title: 'Headings without a text, left out', columns: ['Before'] },
      { code: 'code-language-missing', title: 'Code without a language', columns: ['Begins with'] },
    ],
  },
];
