/** Atom 1.0. RFC 4287 */
import { lastChange } from './feed.ts';
import type { Format } from './format.ts';
import { browserPrologue, browserScript, envelopeAround, xmlAround, xmlText } from './xml.ts';

export const ATOM: Format = {
  name: 'atom',
  item: ({ language, url, authors, tags, series, original, summary, ...item }, content) =>
    xmlAround(
      'entry',
      {
        entry: {
          ...(language !== undefined && { '@xml:lang': language }),
          id: item.id,
          title: item.title,
          link: [
            { '@rel': 'alternate', '@type': 'text/html', '@href': url },
            // RFC 6596
            ...(original === undefined ? [] : [{ '@rel': 'canonical', '@href': original }]),
          ],
          published: item.published.rfc3339,
          updated: item.updated.rfc3339,
          ...(authors.length > 0 && {
            author: authors.map(({ name, url: uri }) => ({ name, uri })),
          }),
          ...((tags.length > 0 || series !== undefined) && {
            category: [
              ...tags.map((term) => ({ '@term': term })),
              ...(series === undefined ? [] : [{ '@term': series.name, '@scheme': series.url }]),
            ],
          }),
          ...(summary !== '' && { summary }),
        },
      },
      content === '' ? '' : `<content type="html">${content}</content>`,
    ),
  envelope: (
    { title, description, page },
    self,
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
          id: self.canonical,
          title,
          subtitle: description,
          // Atom requires a date, even if there are no posts.
          updated: lastChange(items)?.rfc3339 ?? '1970-01-01T00:00:00Z',
          link: [
            { '@rel': 'self', '@type': 'application/atom+xml', '@href': self.canonical },
            { '@rel': 'alternate', '@type': 'text/html', '@href': page.canonical },
            ...(hub === undefined ? [] : [{ '@rel': 'hub', '@href': hub }]),
            // RFC 4946
            ...(licence?.url === undefined ? [] : [{ '@rel': 'license', '@href': licence.url }]),
          ],
          // Applies to entries without an author.
          author: { name: xmlText(author ?? site), uri: url },
          ...(icon !== undefined && { icon }),
          ...(licence !== undefined && { rights: xmlText(licence.text) }),
          ...browserScript(basePath),
        },
      },
      browserPrologue(basePath, words.about),
    ),
};
