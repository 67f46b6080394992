/** The part of `<head>` that all pages share. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { Analytics } from './analytics.tsx';
import { fileUrl } from './file-url.ts';

export function SiteMetadata({ site }: { site: Site }): VNode {
  const { facts } = site;
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="generator" content="Perennial" />
      <meta name="color-scheme" content="light dark" />
      <meta
        name="theme-color"
        content={facts.brand.paper.light}
        media="(prefers-color-scheme: light)"
      />
      <meta
        name="theme-color"
        content={facts.brand.paper.dark}
        media="(prefers-color-scheme: dark)"
      />
      <meta property="og:site_name" content={facts.title} />
      {facts.icons.ico !== undefined && (
        <link rel="icon" sizes="32x32" href={facts.icons.ico.url} />
      )}
      <link rel="icon" type="image/svg+xml" href={`${facts.basePath}/favicon.svg`} />
      {facts.icons.touch !== undefined && (
        <link rel="apple-touch-icon" href={facts.icons.touch.url} />
      )}
      {facts.licence?.url !== undefined && <link rel="license" href={facts.licence.url} />}
      <link rel="manifest" href={site.fixed.manifest.url} />
      <script src={fileUrl(facts, '/js/theme.js')} />
      <script src={fileUrl(facts, '/js/title-transition.js')} />
      {site.search && <script type="module" src={fileUrl(facts, '/js/search.js')} />}
      {facts.navigation.some((entry) => 'items' in entry) && (
        <script type="module" src={fileUrl(facts, '/js/navigation.js')} />
      )}
      <link rel="stylesheet" href={fileUrl(facts, '/css/site.css')} />
      {facts.brand.preloads.map((url) => (
        <link rel="preload" as="font" type="font/woff2" href={url} crossorigin="anonymous" />
      ))}
      <Analytics site={site} />
    </>
  );
}
