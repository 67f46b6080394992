/** The licence of the site's content. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';

export function LicenceLine({ site: { facts, words } }: { site: Site }): VNode | null {
  const { licence } = facts;
  if (licence === undefined) return null;
  return (
    <p class="licence">
      {licence.url === undefined
        ? licence.text
        : words.licensed(
            <a href={licence.url} rel="license">
              {licence.text}
            </a>,
          )}
    </p>
  );
}
