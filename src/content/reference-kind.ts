/** What a site knows of a kind of address elsewhere, such as that of PEPs. */

/** What stands before a reference; `public/icons` has a file for each. */
export const REFERENCE_ICONS = [
  'link',
  'document',
  'book',
  'package',
  'repository',
  'person',
] as const;

/** A kind of reference: what its addresses look like, and what one of them is called. */
export interface ReferenceKind {
  /** Heading of the references of this kind, and of others of the same name. */
  readonly name: string;
  /** The present address, then those that the same thing had. */
  readonly pattern: readonly string[];
  /** Holds names of the patterns. */
  readonly label: string;
  /** Addresses that only look like it. */
  readonly except: readonly string[];
  readonly icon: (typeof REFERENCE_ICONS)[number];
}
