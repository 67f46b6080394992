/** Which part of its series a post is, and all the parts. */
import type { VNode } from 'preact';
import type { LangAttributes, PostSeries, Words } from '../../src/site/model.ts';

interface SeriesNavigationProps {
  readonly words: Words;
  readonly series: PostSeries | undefined;
  /** Set when the post's language differs from the site's. */
  readonly lang: LangAttributes;
}

export function SeriesNavigation({ words, series, lang }: SeriesNavigationProps): VNode | null {
  if (series === undefined) return null;
  const { name, url, part, parts } = series;
  return (
    <nav class="series" aria-label={name} {...lang}>
      <p>{words.partOf(words.number(part), <a href={url}>{name}</a>)}</p>
      {parts.length > 1 && (
        <details>
          <summary>{words.allParts}</summary>
          <ol>
            {parts.map((link) => (
              <li value={link.part}>
                <a
                  href={link.url}
                  aria-current={link.isCurrent ? 'page' : undefined}
                  {...link.lang}
                >
                  {link.text}
                </a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </nav>
  );
}
