/** Footer of every page: subscribe, archive, social profiles. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';

export function SiteFooter({ site }: { site: Site }): VNode {
  const { facts, words, fixed } = site;
  return (
    <footer class="site-footer">
      <p>
        <a href={fixed.home.url}>{facts.title}</a>
        {facts.author !== undefined && facts.author !== facts.title && words.siteBy(facts.author)}
      </p>
      <ul>
        <li>
          <a href={fixed.subscribe.url}>{words.subscribe}</a>
        </li>
        <li>
          <a href={fixed.archive.url}>{words.archive}</a>
        </li>
        {facts.social.map((link) => (
          <li>
            <a href={link.url} rel="me">
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}
