/** OPML 2.0 list of all feeds, for feed readers to import. http://opml.org/spec2.opml */
import type { Feed } from './feed.ts';
import { fillEnvelope } from './envelope.ts';
import { envelopeAround, xml, xmlText } from './xml.ts';

export function opml(title: string, feeds: readonly Feed[]): string {
  const outlines = feeds.map((feed) =>
    xml({
      outline: {
        '@type': 'rss',
        '@text': feed.title,
        '@title': feed.title,
        '@xmlUrl': feed.addresses.atom.canonical,
        '@htmlUrl': feed.page.canonical,
      },
    }),
  );
  const document = { opml: { '@version': '2.0', head: { title: xmlText(title) }, body: '\n' } };
  return fillEnvelope(envelopeAround('body', document), outlines);
}
