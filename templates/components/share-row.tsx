/** Ways to share a post, as a row of a list of facts. `reading.js` lets the first link copy, and adds the system's own. */
import type { VNode } from 'preact';
import type { Post, Words } from '../../src/site/model.ts';

interface ShareRowProps {
  readonly words: Words;
  readonly post: Post;
}

export function ShareRow({ words: { share }, post }: ShareRowProps): VNode {
  return (
    <div class="share" data-more={share.more}>
      <dt>{share.title}</dt>
      <dd>
        <ul>
          <li class="copy-link">
            <a href={post.canonical}>{share.copy}</a>
          </li>
          {post.share.map(({ text, url }) => (
            <li>
              <a href={url} rel="external nofollow">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
