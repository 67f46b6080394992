/** The `<head>` of a page. */
import type { ComponentChildren, VNode } from 'preact';
import type { FeedAddresses, Site, PageAddress } from '../../src/site/model.ts';
import { AlternateLinks } from './alternate-links.tsx';
import { once } from './once.ts';
import { DocumentTitle } from './document-title.tsx';
import { FeedLinks } from './feed-links.tsx';
import { Locale } from './locale.tsx';
import { PreviewMetadata } from './preview-metadata.tsx';
import { SiteMetadata } from './site-metadata.tsx';

export interface MetadataProps {
  readonly site: Site;
  readonly address: PageAddress;
  /** Without the site's title, which is added; absent on the home page. */
  readonly title?: string | undefined;
  /** Text; empty when there is none. */
  readonly description: string;
  /** Keeps the page out of search engines. */
  readonly noindex?: boolean;
  /** Feeds of this page; the site's feeds follow them. */
  readonly feeds?: FeedAddresses;
  /** Extra elements; they replace the Open Graph metadata of type `website`. */
  readonly head?: ComponentChildren;
}

export function Metadata({
  site,
  address,
  title,
  description,
  noindex,
  feeds,
  head,
}: MetadataProps): VNode {
  const { facts } = site;
  return (
    <head>
      {once(site, 'metadata', <SiteMetadata site={site} />)}
      {feeds && <FeedLinks title={`${title} \u2013 ${facts.title}`} feeds={feeds} />}
      {once(site, 'feeds', <FeedLinks title={facts.title} feeds={site.feeds} />)}
      <DocumentTitle title={title} siteTitle={facts.title} />
      {description !== '' && <meta name="description" content={description} />}
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address.canonical} />
          <AlternateLinks alternates={site.alternates.get(address.path) ?? []} />
        </>
      )}
      <meta property="og:title" content={title ?? facts.title} />
      <meta property="og:url" content={address.canonical} />
      {description !== '' && <meta property="og:description" content={description} />}
      {head ?? (
        <>
          <meta property="og:type" content="website" />
          <Locale site={site} address={address} locale={facts.locale} />
          {once(site, 'preview', <PreviewMetadata preview={facts.preview} />)}
        </>
      )}
    </head>
  );
}
