/** Comments that a post kept from the old blog. https://microformats.org/wiki/comment */
import type { VNode } from 'preact';
import type {
  ArchivedComment,
  ArchivedComments,
  LangAttributes,
  Words,
} from '../../src/site/model.ts';
import { jsxTemplate } from 'preact/jsx-runtime';

interface CommentArchiveProps {
  readonly words: Words;
  readonly comments: ArchivedComments | undefined;
  /** Of the page, if the post is in another language. */
  readonly lang: LangAttributes;
}

export function CommentArchive({ words, comments, lang }: CommentArchiveProps): VNode | null {
  if (comments === undefined) return null;
  const title = words.archivedComments.count(comments.count);
  return (
    <section id={comments.anchor} class="labelled comments archived" aria-label={title} {...lang}>
      <h2>{title}</h2>
      <CommentList words={words} comments={comments.threads} />
    </section>
  );
}

interface CommentListProps {
  readonly words: Words;
  readonly comments: readonly ArchivedComment[];
}

function CommentList({ words, comments }: CommentListProps): VNode {
  return (
    <ol class="replies">
      {comments.map(({ anchor, author, url, published, html, replies }) => (
        <li id={anchor} class="u-comment h-cite">
          <p class="by">
            <span class="p-author h-card">
              {url === undefined ? (
                <bdi class="p-name">{author ?? words.archivedComments.anonymous}</bdi>
              ) : (
                <a class="u-url" href={url} rel="nofollow ugc">
                  <bdi class="p-name">{author ?? new URL(url).host}</bdi>
                </a>
              )}
            </span>{' '}
            {published && <CommentDate anchor={anchor} iso={published.iso} text={published.text} />}
          </p>
          <div class="e-content" dir="auto">
            {jsxTemplate([html])}
          </div>
          {replies.length > 0 && <CommentList words={words} comments={replies} />}
        </li>
      ))}
    </ol>
  );
}

interface CommentDateProps {
  readonly anchor: string | undefined;
  readonly iso: string;
  readonly text: string;
}

function CommentDate({ anchor, iso, text }: CommentDateProps): VNode {
  const time = (
    <time class="dt-published" datetime={iso}>
      {text}
    </time>
  );
  return anchor === undefined ? (
    time
  ) : (
    <a class="u-url" href={`#${anchor}`}>
      {time}
    </a>
  );
}
