/** Feeds of a running blog on Blogger, as its server gives them. */
import { escapeText } from '../../../src/lib/html.ts';
import { HTML } from './bodies.ts';

const HOST = 'https://garden.blogspot.example';

/** XML by address. The addresses are those that the reader asks for. */
export function liveFeeds(): Record<string, string> {
  return {
    [`${HOST}/`]: `<!DOCTYPE html><html><head><link rel="alternate" type="application/atom+xml" href="${HOST}/feeds/posts/default"></head></html>`,
    // The first page has fewer entries than the feed says.
    [page('posts', 1)]: feed(3, [entry('post', 1)]),
    [page('posts', 2)]: feed(3, [entry('post', 2, RELATED)]),
    [page('posts', 3)]: feed(3, [entry('post', 3)]),
    [page('pages', 1)]: feed(1, [entry('page', 4)]),
    [page('comments', 1)]: feed(1, [entry('post', 9, ANSWER)]),
  };
}

function page(name: string, start: number): string {
  return `${HOST}/feeds/${name}/default?max-results=100&start-index=${start}&redirect=false`;
}

const RELATED = `<link rel='related' href='https://example.com/' title='A link'/>`;
const ANSWER = `<thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-1' href='${HOST}/2024/05/text-1.html'/>`;

function feed(total: number, entries: readonly string[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-7</id><title type='text'>Garden</title><link rel='alternate' type='text/html' href='${HOST}/'/><openSearch:totalResults>${total}</openSearch:totalResults>
${entries.join('\n')}</feed>`;
}

function entry(kind: 'post' | 'page', number: number, more = ''): string {
  return `<entry><id>tag:blogger.com,1999:blog-7.${kind}-${number}</id><published>2024-05-0${number}T10:00:00+02:00</published>
<category scheme='http://www.blogger.com/atom/ns#' term='roses &amp; tea'/><title type='text'>Text ${number}</title><content type='html'>${escapeText(HTML)}</content>
<author><name>Rosa</name></author><link rel='alternate' type='text/html' href='${HOST}/2024/05/text-${number}.html'/>${more}</entry>`;
}
