/** The newsletter, with a form for subscribing; renders nothing without the setting. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { NewsletterForm } from './newsletter-form.tsx';

export function Newsletter({ site }: { site: Site }): VNode | null {
  const { newsletter: form } = site.facts;
  if (form === undefined) return null;
  const { title, how } = site.words.newsletter;
  return (
    <section class="newsletter" aria-label={title} {...site.words.lang}>
      <h2>{title}</h2>
      <p>{how}</p>
      <NewsletterForm words={site.words} form={form} />
    </section>
  );
}
