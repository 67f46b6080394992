/** Model types of texts of the owner that every page shows. */
import type { BodyPart } from './post-model.ts';

export interface Slot {
  readonly body: readonly BodyPart[];
  /** Whether it was written in Markdown; HTML is published as it is. */
  readonly isProse: boolean;
}

/** From `content/theme/slots`, but for the first two. */
export interface Slots {
  /** The setting `announcement`. */
  readonly announcement: Slot | undefined;
  /** The setting `footer`. */
  readonly footerText: Slot | undefined;
  readonly head: Slot | undefined;
  readonly header: Slot | undefined;
  readonly afterPost: Slot | undefined;
  readonly beforeFooter: Slot | undefined;
  readonly footer: Slot | undefined;
}
