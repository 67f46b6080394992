/** A month of the archive. Its markup is bare, because there may be a thousand titles. */
import type { VNode } from 'preact';
import type { Month, Words } from '../../src/site/model.ts';
import { DraftLabel } from './draft-label.tsx';

interface ArchiveMonthProps {
  readonly words: Words;
  readonly month: Month;
  /** A link to it opens the year. */
  readonly id?: string;
}

export function ArchiveMonth({ words, month, id }: ArchiveMonthProps): VNode {
  return (
    <section class="month" id={id}>
      <h3>
        <a href={month.url}>{month.name}</a>
      </h3>
      <ul class="post-index days">
        {month.posts.map((post) => (
          <li>
            <time datetime={post.published.iso}>{words.day(Number(post.published.day))}</time>{' '}
            <a href={post.url} {...post.textLang}>
              {post.title}
            </a>
            {post.draft && <DraftLabel words={words} post={post} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
