/** A year of the archive: its titles by month, or its months alone. */
import type { VNode } from 'preact';
import type { Site, Year } from '../../src/site/model.ts';
import { ArchiveMonth } from './archive-month.tsx';
import { CountedList } from './counted-list.tsx';
import { PostCount } from './post-count.tsx';

export function ArchiveYear({ site, year }: { site: Site; year: Year }): VNode {
  const { words } = site;
  const { months, posts, inArchive, anchor } = year;
  return (
    <section class="period" id={inArchive === 'months' ? anchor : undefined}>
      <h2>
        <a href={year.url}>{year.title}</a>
      </h2>
      {inArchive === 'months' ? (
        <>
          <PostCount words={words} posts={posts} />
          <CountedList words={words} items={months} empty={words.noPosts} />
        </>
      ) : (
        <details open={inArchive === 'open'}>
          <summary>
            <PostCount words={words} posts={posts} />
          </summary>
          {months.map((month, index) => (
            <ArchiveMonth words={words} month={month} {...(index === 0 && { id: anchor })} />
          ))}
        </details>
      )}
    </section>
  );
}
