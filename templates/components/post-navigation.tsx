/** The posts before and after this one in time. */
import type { VNode } from 'preact';
import type { Post } from '../../src/site/model.ts';

export function PostNavigation({ post: { newer, older } }: { post: Post }): VNode | null {
  if (!newer && !older) return null;
  return (
    <nav class="post-navigation" aria-label="Newer and older posts">
      {newer && (
        <a class="newer" href={newer.url} rel="next">
          <span class="direction">Newer</span> <span class="title">{newer.text}</span>
        </a>
      )}
      {older && (
        <a class="older" href={older.url} rel="prev">
          <span class="direction">Older</span> <span class="title">{older.text}</span>
        </a>
      )}
    </nav>
  );
}
