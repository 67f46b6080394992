/** Kinds of external link that get a label and an icon, such as links to PEPs. */

/** Icon names; each has a file in `public/icons`. */
export const REFERENCE_ICONS = [
  'link',
  'document',
  'book',
  'package',
  'repository',
  'person',
] as const;

export interface ReferenceKind {
  /** Heading; kinds with the same name share one group. */
  readonly name: string;
  /** URL patterns: the current one first, then former ones. */
  readonly pattern: readonly string[];
  /** Template with the placeholders of the patterns: `PEP :number`. */
  readonly label: string;
  /** URL patterns that match but mean something else. */
  readonly except: readonly string[];
  readonly icon: (typeof REFERENCE_ICONS)[number];
}
