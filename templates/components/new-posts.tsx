/** How to hear of new posts: by feed, and by mail where there is a newsletter. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { NewsletterForm } from './newsletter-form.tsx';

export function NewPosts({ site }: { site: Site }): VNode {
  const { words, facts, fixed } = site;
  const { newsletter: form } = facts;
  const { title, byFeed, byFeedOrMail, feed } = words.newPosts;
  const link = <a href={fixed.subscribe.url}>{feed}</a>;
  return (
    <section class="labelled new-posts" {...words.lang}>
      <h2>{title}</h2>
      <div class="ways">
        <p>{form === undefined ? byFeed(link) : byFeedOrMail(link)}</p>
        {form && <NewsletterForm words={words} form={form} placeholder={words.newsletter.email} />}
      </div>
    </section>
  );
}
