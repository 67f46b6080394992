/** Links to authors, each with the portrait and the number of posts. */
import type { VNode } from 'preact';
import type { Author, Words } from '../../src/site/model.ts';
import { Avatar } from './avatar.tsx';

interface AuthorListProps {
  readonly words: Words;
  readonly authors: readonly Author[];
}

export function AuthorList({ words, authors }: AuthorListProps): VNode | null {
  if (authors.length === 0) return null;
  const hasPortraits = authors.some(({ portrait }) => portrait !== undefined);
  return (
    <ul class="counted-list authors">
      {authors.map(({ name, initial, url, portrait, posts }) => (
        <li>
          {portrait && <Avatar picture={portrait} inCard={false} />}
          {hasPortraits && !portrait && <span class="avatar" data-initial={initial} />}
          <a href={url}>{name}</a> <span class="count">{words.number(posts.length)}</span>
        </li>
      ))}
    </ul>
  );
}
