/** The references of a post: PEPs, packages, repositories. */
import type { VNode } from 'preact';
import type { References, Words } from '../../src/site/model.ts';

interface ReferenceListProps {
  readonly words: Words;
  readonly references: readonly References[];
}

export function ReferenceList({ words, references }: ReferenceListProps): VNode | null {
  if (references.length === 0) return null;
  return (
    <section class="labelled references">
      <h2>{words.mentioned}</h2>
      <dl>
        {references.map(({ name, items }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <ul>
                {items.map(({ label, url, icon }) => (
                  <li>
                    <a class={`reference icon-${icon}`} href={url}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
