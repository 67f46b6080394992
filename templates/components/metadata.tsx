/** The `<head>` of a page. */
import type { ComponentChildren, VNode } from 'preact';
import type { ListFeeds, Site, PageAddress } from '../../src/site/model.ts';
import { AlternateLinks } from './alternate-links.tsx';
import { once } from './once.ts';
import { DocumentTitle } from './document-title.tsx';
import { FeedLinks } from './feed-links.tsx';
import { Locale } from './locale.tsx';
import { BodyParts } from './prose.tsx';
import { PreviewMetadata } from './preview-metadata.tsx';
import { ServicesStyle } from './services-style.tsx';
import { SiteMetadata } from './site-metadata.tsx';

export interface MetadataProps {
  readonly site: Site;
  readonly address: PageAddress;
  /** Without the site's title, which is added; absent on the home page. */
  readonly title?: string | undefined;
  /** Which page of a list it is, unless it is the first: `Page 2 of 7`. */
  readonly place?: string | undefined;
  /** Text; empty when there is none. */
  readonly description: string;
  /** Absolute URL of the page that this one repeats, if it is not the original. */
  readonly canonicalUrl?: string | undefined;
  /** Language and country, if not those of the site: `fr_FR`. */
  readonly locale?: string | undefined;
  /** Keeps the page out of search engines. */
  readonly noindex?: boolean;
  /** Whether the page has comments or a newsletter form. */
  readonly services?: boolean;
  /** Feeds of this page; the site's feeds follow them. */
  readonly feeds?: ListFeeds;
  /** Extra elements; they replace the Open Graph metadata of type `website`. */
  readonly head?: ComponentChildren;
}

export function Metadata({
  site,
  address,
  title,
  place,
  description,
  canonicalUrl = address.canonical,
  locale = site.facts.locale,
  noindex,
  services,
  feeds,
  head,
}: MetadataProps): VNode {
  const { facts } = site;
  const pageTitle = place === undefined ? title : `${title} · ${place}`;
  return (
    <head>
      {once(site, 'metadata', <SiteMetadata site={site} />)}
      {services && once(site, 'services-style', <ServicesStyle site={site} />)}
      {feeds && <FeedLinks title={`${title} \u2013 ${facts.title}`} feeds={feeds} />}
      {once(site, 'feeds', <FeedLinks title={facts.title} feeds={site.feeds} />)}
      <DocumentTitle title={pageTitle} siteTitle={facts.title} />
      {description !== '' && <meta name="description" content={description} />}
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={canonicalUrl} />
          <AlternateLinks site={site} address={address} />
        </>
      )}
      <meta property="og:title" content={pageTitle ?? facts.title} />
      <meta property="og:url" content={canonicalUrl} />
      {description !== '' && <meta property="og:description" content={description} />}
      {head ?? (
        <>
          <meta property="og:type" content="website" />
          <Locale site={site} address={address} locale={locale} />
          {once(site, 'preview', <PreviewMetadata preview={facts.preview} />)}
        </>
      )}
      {site.slots.head && once(site, 'head', <BodyParts body={site.slots.head.body} />)}
    </head>
  );
}
