/** The text of a page, with what its code blocks need. */
import type { VNode } from 'preact';
import type { Page, Site } from '../../src/site/model.ts';
import { CodeTools } from './code-tools.tsx';
import { once } from './once.ts';
import { Prose } from './prose.tsx';

export function PageText({ site, page }: { site: Site; page: Page }): VNode {
  return (
    <>
      <Prose site={site} body={page.body} heading={page.title} lang={page.textLang} />
      {page.hasCode && once(site, 'code-tools', <CodeTools site={site} />)}
    </>
  );
}
