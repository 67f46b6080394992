/** The frame of every page: head, header, main, footer. */
import type { ComponentChildren, VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';
import { Metadata } from '../components/metadata.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { SkipLink } from '../components/skip-link.tsx';

export interface BaseLayoutProps {
  readonly site: Site;
  readonly address: PageAddress;
  /** Without the site's title, which is added; absent on the home page. */
  readonly title?: string | undefined;
  /** Text; empty where there is nothing to say. */
  readonly description: string;
  /** Where the page belongs in the navigation. */
  readonly section?: PageAddress;
  /** Keeps the page out of search engines. */
  readonly noindex?: boolean;
  /** More elements of the head; they replace the Open Graph type `website`. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function BaseLayout(props: BaseLayoutProps): VNode {
  const { site, address, section, children } = props;
  return (
    <html lang={site.facts.language}>
      <Metadata {...props} />
      <body>
        <SkipLink />
        <SiteHeader site={site} address={address} section={section} />
        <main id="main" class="main">
          {children}
        </main>
        <SiteFooter site={site} />
      </body>
    </html>
  );
}
