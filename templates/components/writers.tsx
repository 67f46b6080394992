/** Portraits and texts of a post's authors; renders nothing if they have none. */
import type { VNode } from 'preact';
import type { Words, Writer } from '../../src/site/model.ts';
import { Avatar } from './avatar.tsx';

interface WritersProps {
  readonly words: Words;
  readonly writers: readonly Writer[];
}

export function Writers({ words, writers }: WritersProps): VNode | null {
  if (writers.length === 0) return null;
  return (
    <section class="labelled writers">
      <h2>{words.writtenBy}</h2>
      <ul>
        {writers.map(({ name, url, bio, portrait }) => (
          <li>
            {portrait && <Avatar picture={portrait} />}
            <p>
              <a href={url} rel="author">
                {name}
              </a>
            </p>
            {bio !== undefined && <p class="bio">{bio}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
