/** The references of a post: PEPs, packages, repositories. */
import type { VNode } from 'preact';
import type { LangAttributes, References, Words } from '../../src/site/model.ts';

interface ReferenceListProps {
  readonly words: Words;
  readonly references: readonly References[];
  /** Set when the surrounding text is in another language. */
  readonly lang: LangAttributes;
}

export function ReferenceList({ words, references, lang }: ReferenceListProps): VNode | null {
  if (references.length === 0) return null;
  return (
    <section class="references">
      <h2 {...lang}>{words.mentioned}</h2>
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
