/** Footer of every page: subscribe, archive, social profiles, text of the owner, licence. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { LicenceLine } from './licence-line.tsx';
import { SlotText } from './slot-text.tsx';

export function SiteFooter({ site }: { site: Site }): VNode {
  const { facts, words, fixed, slots } = site;
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
      {slots.footerText && (
        <div class="footer-text">
          <SlotText site={site} slot={slots.footerText} />
        </div>
      )}
      <LicenceLine site={site} />
      {slots.footer && (
        <div class="slot">
          <SlotText site={site} slot={slots.footer} />
        </div>
      )}
    </footer>
  );
}
