/** Heading of an author's page: portrait, name, bio and profile links. */
import type { ComponentChildren, VNode } from 'preact';
import type { Author, Link, Words } from '../../src/site/model.ts';
import { Avatar } from './avatar.tsx';
import { PageHeader } from './page-header.tsx';
import { PostCount } from './post-count.tsx';

interface AuthorCardProps {
  readonly words: Words;
  readonly author: Author;
  readonly parent: Link;
  readonly children?: ComponentChildren;
}

export function AuthorCard({ words, author, parent, children }: AuthorCardProps): VNode {
  return (
    <div class="author-card h-card">
      {author.portrait && <Avatar picture={author.portrait} />}
      <PageHeader title={author.name} parent={parent}>
        {author.bio !== undefined && <p class="p-note">{author.bio}</p>}
        <ul class="profiles">
          <li>
            <PostCount words={words} posts={author.posts} />
          </li>
          {author.links.map((link) => (
            <li>
              <a class="u-url" href={link.url} rel="me">
                {link.text}
              </a>
            </li>
          ))}
        </ul>
        {children}
      </PageHeader>
    </div>
  );
}
