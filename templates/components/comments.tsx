/** Comments of a post: a button, and a link for readers without scripts. Nothing loads before the reader asks. */
import type { VNode } from 'preact';
import type { PostComments, Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

interface CommentsProps {
  readonly site: Site;
  readonly comments: PostComments | undefined;
}

export function Comments({ site, comments }: CommentsProps): VNode | null {
  if (comments === undefined) return null;
  const { words, facts } = site;
  const { title, show, from, page, failed, none, needsScript } = words.comments;
  return (
    <section
      class="labelled comments"
      aria-label={title}
      data-source={JSON.stringify(comments.source)}
      data-title={title}
      data-failed={failed}
      data-none={none}
      {...words.lang}
    >
      <h2>{title}</h2>
      <p class="comments-note">{from(<bdi>{comments.host}</bdi>)}</p>
      <p>
        <button type="button">{show}</button>
        {comments.page === undefined ? (
          <noscript>{needsScript}</noscript>
        ) : (
          <a href={comments.page}>{page(new URL(comments.page).host)}</a>
        )}
      </p>
      <output />
      <script type="module" src={fileUrl(facts, '/js/comments.js')} />
    </section>
  );
}
