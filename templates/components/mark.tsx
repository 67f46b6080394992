/** The mark of a site without a logo: a shoot with two leaves. */
import type { VNode } from 'preact';

export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path
        d="M16 30V15"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      />
      <path d="M16 17C16 9 21 4 29 3c0 9-5 14-13 14Z" fill="currentColor" />
      <path d="M16 24c0-6-4-10-11-11 0 7 4 11 11 11Z" fill="currentColor" />
    </svg>
  );
}
