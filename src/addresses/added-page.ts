/** A page of a template that the owner has added to the shipped ones. */
export interface AddedPage {
  /** Below the site's root, decoded: `/projects/` or `/projects.json`. */
  readonly path: string;
  readonly title: string;
  /** The template: `templates/pages/projects.njk`. */
  readonly file: string;
  /** Whether collections and the sitemap list it. */
  readonly isListed: boolean;
}
