/** Form for subscribing to the newsletter; needs no script. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';

export function Newsletter({ site }: { site: Site }): VNode | null {
  const { newsletter: form } = site.facts;
  if (form === undefined) return null;
  const { newsletter, lang } = site.words;
  const { title, how, email, send, to } = newsletter;
  return (
    <section class="newsletter" aria-label={title} {...lang}>
      <h2>{title}</h2>
      <p>{how}</p>
      <form action={form.action} method="post">
        <label>
          <span>{email}</span>
          <input type="email" name={form.field} required autocomplete="email" dir="ltr" />
        </label>
        {form.hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{send}</button>
      </form>
      <p class="newsletter-note">{to(<bdi>{form.host}</bdi>)}</p>
    </section>
  );
}
