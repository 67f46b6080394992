/** A file that a new blog gets. */
export interface NewFile {
  /** Below the folder of the blog, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether it can be run. */
  readonly runs?: boolean;
}
