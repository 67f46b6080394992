/** Atom 1.0. RFC 4287 */
import { lastChange } from './feed.ts';
import type { Format } from './format.ts';
import { browserPrologue, envelopeAround, xmlAround, xmlText } from './xml.ts';

export const ATOM: Format = {
  name: 'atom',
  item: ({ id, title, language, url, published, updated, authors, tags, summary }, content) =>
    xmlAround(
      'entry',
      {
        entry: {
          ...(language !== undefined && { '@xml:lang': language }),
          id,
          title,
          link: { '@rel': 'alternate', '@type': 'text/html', '@href': url },
          published: published.rfc3339,
          updated: updated.rfc3339,
          ...(authors.length > 0 && {
            author: authors.map(({ name, url: uri }) => ({ name, uri })),
          }),
          ...(tags.length > 0 && { category: tags.map((term) => ({ '@term': term })) }),
          ...(summary !== '' && { summary }),
        },
      },
      content === '' ? '' : `<content type="html">${content}</content>`,
    ),
  envelope: (
    { title, description, page, addresses },
    items,
    { title: site, language, basePath, author, url, icon, hub, licence },
    words,
  ) =>
    envelopeAround(
      'feed',
      {
        feed: {
          '@xmlns': 'http://www.w3.org/2005/Atom',
          '@xml:lang': language,
          id: addresses.atom.canonical,
          title,
          subtitle: description,
          // Atom requires a date, even if there are no posts.
          updated: lastChange(items)?.rfc3339 ?? '1970-01-01T00:00:00Z',
          link: [
            { '@rel': 'self', '@type': 'application/atom+xml', '@href': addresses.atom.canonical },
            { '@rel': 'alternate', '@type': 'text/html', '@href': page.canonical },
            ...(hub === undefined ? [] : [{ '@rel': 'hub', '@href': hub }]),
            // RFC 4946
            ...(licence?.url === undefined ? [] : [{ '@rel': 'license', '@href': licence.url }]),
          ],
          // Applies to entries without an author.
          author: { name: xmlText(author ?? site), uri: url },
          ...(icon !== undefined && { icon }),
          ...(licence !== undefined && { rights: xmlText(licence.text) }),
        },
      },
      browserPrologue(basePath, words.about),
    ),
};
