/** Linked data in a page. https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
import type { VNode } from 'preact';

export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }): VNode {
  // A `<` in the data could end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
