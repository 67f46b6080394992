/** JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
import type { Format } from './format.ts';
import { xmlText } from './xml.ts';

export const JSON_FEED: Format = {
  name: 'json',
  item: ({
    id,
    url,
    title,
    language,
    content,
    summary,
    image,
    published,
    updated,
    authors,
    tags,
    series,
    original,
  }) =>
    JSON.stringify({
      id,
      url,
      ...(original !== undefined && { external_url: original }),
      title,
      ...(language !== undefined && { language }),
      ...(content === undefined ? { content_text: summary } : { content_html: content }),
      ...(summary !== '' && { summary }),
      ...(image !== undefined && { image }),
      date_published: published.rfc3339,
      date_modified: updated.rfc3339,
      ...(authors.length > 0 && { authors }),
      ...(tags.length > 0 && { tags }),
      // An extension. https://www.jsonfeed.org/version/1.1/#extensions
      ...(series !== undefined && { _series: series }),
    }),
  envelope: (
    { title, description, page },
    self,
    _,
    { language, author, url, icon, hub, licence },
    words,
  ) => {
    const head = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      user_comment: words.about,
      home_page_url: page.canonical,
      feed_url: self.canonical,
      language,
      ...(icon !== undefined && { favicon: icon }),
      ...(author !== undefined && { authors: [{ name: xmlText(author), url }] }),
      ...(hub !== undefined && { hubs: [{ type: 'WebSub', url: hub }] }),
      ...(licence !== undefined && { _license: { name: xmlText(licence.text), url: licence.url } }),
    });
    return { start: `${head.slice(0, -1)},"items":[\n`, between: ',\n', end: '\n]}\n' };
  },
};
