/** Form for subscribing to the newsletter; needs no script. */
import type { VNode } from 'preact';
import type { Newsletter, Words } from '../../src/site/model.ts';

interface NewsletterFormProps {
  readonly words: Words;
  readonly form: Newsletter;
  /** Within the field. */
  readonly placeholder?: string;
}

export function NewsletterForm({ words, form, placeholder }: NewsletterFormProps): VNode {
  const { email, send, to } = words.newsletter;
  return (
    <>
      <form action={form.action} method="post">
        <label>
          <span>{email}</span>
          <input
            type="email"
            name={form.field}
            required
            autocomplete="email"
            dir="ltr"
            placeholder={placeholder}
          />
        </label>
        {form.hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{send}</button>
      </form>
      <p class="newsletter-note">{to(<bdi>{form.host}</bdi>)}</p>
    </>
  );
}
