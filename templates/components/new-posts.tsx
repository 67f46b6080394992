/** How to hear of new posts: a link to the feeds, and a form where there is a newsletter. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { NewsletterForm } from './newsletter-form.tsx';

export function NewPosts({ site }: { site: Site }): VNode {
  const { words, facts, fixed } = site;
  const { newsletter: form } = facts;
  const { title, byFeed, byFeedOrMail, feed } = words.newPosts;
  const { url } = fixed.subscribe;
  return (
    <section class="new-posts" {...words.lang}>
      <div>
        <h2>{title}</h2>
        <p>{form === undefined ? byFeed(feed) : byFeedOrMail(<a href={url}>{feed}</a>)}</p>
      </div>
      {form === undefined ? (
        <a class="subscribe" href={url}>
          {words.subscribe}
        </a>
      ) : (
        <NewsletterForm words={words} form={form} placeholder={words.newsletter.email} />
      )}
    </section>
  );
}
