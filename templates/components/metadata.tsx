/** The head of a page: what browsers, search engines and link previews read. */
import type { ComponentChildren, VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';
import { DocumentTitle } from './document-title.tsx';

export interface MetadataProps {
  readonly site: Site;
  readonly address: PageAddress;
  /** Without the site's title, which is added; absent on the home page. */
  readonly title?: string | undefined;
  /** Text; empty where there is nothing to say. */
  readonly description: string;
  /** Keeps the page out of search engines. */
  readonly noindex?: boolean;
  /** More elements of the head; they replace the Open Graph type `website`. */
  readonly head?: ComponentChildren;
}

export function Metadata({
  site,
  address,
  title,
  description,
  noindex,
  head,
}: MetadataProps): VNode {
  const { facts, fixed } = site;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <DocumentTitle title={title} siteTitle={facts.title} />
      {description !== '' && <meta name="description" content={description} />}
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={address.canonical} />
      )}
      <meta name="generator" content="Perennial" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf5" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#161a17" media="(prefers-color-scheme: dark)" />
      <meta property="og:site_name" content={facts.title} />
      <meta property="og:title" content={title ?? facts.title} />
      <meta property="og:url" content={address.canonical} />
      {description !== '' && <meta property="og:description" content={description} />}
      {head ?? <meta property="og:type" content="website" />}
      <link rel="alternate" type="application/rss+xml" title={facts.title} href={fixed.rss.url} />
      <link rel="icon" type="image/svg+xml" href={`${facts.basePath}/favicon.svg`} />
      <link rel="stylesheet" href={`${facts.basePath}/css/site.css`} />
    </head>
  );
}
