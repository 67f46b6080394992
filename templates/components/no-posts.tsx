/** Says that a list is empty. */
import type { VNode } from 'preact';

export function NoPosts(): VNode {
  return <p>There are no posts here yet.</p>;
}
