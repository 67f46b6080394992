/** Model types of the main navigation. */
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Link } from './post-model.ts';

/** A link of the main navigation. */
export interface NavigationLink extends Link {
  /** Whether the link stays on this site. */
  readonly local: boolean;
  /** Whether it opens the search, and stands for the button that every page has. */
  readonly isSearch: boolean;
}

/** Links behind a button of the main navigation. */
export interface NavigationGroup {
  readonly text: string;
  /** Attributes of the text. */
  readonly lang: LangAttributes;
  readonly items: readonly NavigationLink[];
}

export type NavigationEntry = NavigationLink | NavigationGroup;
