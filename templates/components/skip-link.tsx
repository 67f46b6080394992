/** The first stop of the keyboard: past the header. */
import type { VNode } from 'preact';

export function SkipLink(): VNode {
  return (
    <a class="skip-link" href="#main">
      Skip to content
    </a>
  );
}
