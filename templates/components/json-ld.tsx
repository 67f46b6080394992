/** Linked data in a page. https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
import type { VNode } from 'preact';
import type { SiteFacts } from '../../src/site/model.ts';

export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }): VNode {
  // A `<` in the data could end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** https://schema.org/license */
export function licenseOf({ licence }: SiteFacts): unknown {
  return licence && (licence.url ?? { '@type': 'CreativeWork', name: licence.text });
}
