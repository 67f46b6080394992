/** Plain HTML for cards of the editor, from the data that posts store. */
import { escapeHtml } from '../../../lib/html.ts';
import { Marked } from 'marked';
import { embedHtml } from '../embed-html.ts';

export type CardData = Readonly<Record<string, unknown>>;

/** @returns `undefined` for a card that is not known, '' for one that readers of the page never saw */
export function cardHtml(name: string, data: CardData): string | undefined {
  return CARDS.get(name.replace(/^card-|-card$/g, ''))?.(data);
}

function get(data: CardData, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return `${value}`;
  }
  return '';
}

const markdown = new Marked({ gfm: true });

export function markdownHtml(text: string): string {
  const html = markdown.parse(text, { async: false });
  return html;
}

function figure(content: string, caption: string): string {
  return caption === ''
    ? content
    : `<figure>${content}<figcaption>${caption}</figcaption></figure>`;
}

function paragraph(html: string): string {
  return html === '' ? '' : `<p>${html}</p>`;
}

function link(url: string, text: string): string {
  if (url === '') return escapeHtml(text);
  return `<a href="${escapeHtml(url)}">${escapeHtml(text || url)}</a>`;
}

function picture(data: CardData, ...names: readonly string[]): string {
  const src = get(data, ...names);
  if (src === '') return '';
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(get(data, 'alt', 'altText'))}">`;
}

function imageHtml(data: CardData): string {
  const img = picture(data, 'src');
  const href = get(data, 'href');
  const linked = href === '' ? img : `<a href="${escapeHtml(href)}">${img}</a>`;
  const caption = get(data, 'caption');
  return img === '' ? '' : caption === '' ? `<p>${linked}</p>` : figure(linked, caption);
}

function listIn(data: CardData, name: string): CardData[] {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return Array.isArray(value) ? value.filter(isData) : [];
}

export function isData(value: unknown): value is CardData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dataIn(data: CardData, name: string): CardData {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return isData(value) ? value : {};
}

function codeHtml(data: CardData): string {
  const language = get(data, 'language');
  const mark = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
  const code = `<pre><code${mark}>${escapeHtml(get(data, 'code'))}</code></pre>`;
  return figure(code, get(data, 'caption'));
}

function bookmarkHtml(data: CardData): string {
  const about = dataIn(data, 'metadata');
  const of = (name: string): string => get(about, name) || get(data, name);
  const url = get(data, 'url') || of('url');
  const source = [of('publisher'), of('author')].filter((text) => text !== '').join(' · ');
  const lines = [of('description'), source].filter((text) => text !== '').map(escapeHtml);
  const all = [`<strong>${link(url, of('title'))}</strong>`, ...lines].join('<br>');
  return paragraph(all) + paragraph(get(data, 'caption'));
}

function embedCardHtml(data: CardData): string {
  const html = get(data, 'html');
  const content = html === '' ? embedHtml(get(data, 'url')) : html;
  return figure(content, get(data, 'caption'));
}

function calloutHtml(data: CardData): string {
  const emoji = get(data, 'calloutEmoji');
  const mark = emoji === '' ? '' : `${escapeHtml(emoji)} `;
  const text = get(data, 'calloutText');
  // The emoji belongs into the first paragraph.
  const [start = ''] = /^\s*<p(?:\s[^<>]*)?>/.exec(text) ?? [];
  return start === ''
    ? `<blockquote><p>${mark}${text}</p></blockquote>`
    : `<blockquote>${start}${mark}${text.slice(start.length)}</blockquote>`;
}

function toggleHtml(data: CardData): string {
  return `<details><summary>${get(data, 'heading')}</summary>${get(data, 'content')}</details>`;
}

function buttonHtml(data: CardData): string {
  return paragraph(link(get(data, 'buttonUrl'), get(data, 'buttonText')));
}

function audioHtml(data: CardData): string {
  const player = `<audio controls src="${escapeHtml(get(data, 'src'))}"></audio>`;
  return figure(player, escapeHtml(get(data, 'title')));
}

function videoHtml(data: CardData): string {
  const poster = get(data, 'customThumbnailSrc', 'thumbnailSrc');
  const mark = poster === '' ? '' : ` poster="${escapeHtml(poster)}"`;
  return figure(
    `<video controls src="${escapeHtml(get(data, 'src'))}"${mark}></video>`,
    get(data, 'caption'),
  );
}

function fileHtml(data: CardData): string {
  const name = get(data, 'fileTitle', 'fileName');
  const caption = get(data, 'fileCaption');
  return paragraph(link(get(data, 'src'), name) + (caption === '' ? '' : `<br>${caption}`));
}

function productHtml(data: CardData): string {
  const title = get(data, 'productTitle');
  return [
    paragraph(picture(data, 'productImageSrc')),
    title === '' ? '' : `<h4>${title}</h4>`,
    get(data, 'productDescription'),
    get(data, 'productButton') === '' || data['productButtonEnabled'] === false
      ? ''
      : paragraph(link(get(data, 'productUrl'), get(data, 'productButton'))),
  ].join('');
}

function headerHtml(data: CardData): string {
  const heading = get(data, 'heading', 'header');
  return [
    paragraph(picture(data, 'backgroundImageSrc')),
    heading === '' ? '' : `<h2>${heading}</h2>`,
    paragraph(get(data, 'subheading', 'subheader')),
    get(data, 'buttonText') === '' || data['buttonEnabled'] === false ? '' : buttonHtml(data),
  ].join('');
}

function callToActionHtml(data: CardData): string {
  return [
    data['hasSponsorLabel'] === true ? get(data, 'sponsorLabel') : '',
    paragraph(picture(data, 'imageUrl')),
    get(data, 'textValue'),
    get(data, 'buttonText') === '' || data['showButton'] === false ? '' : buttonHtml(data),
  ].join('');
}

const CARDS: ReadonlyMap<string, (data: CardData) => string> = new Map<
  string,
  (data: CardData) => string
>([
  ['image', imageHtml],
  [
    'gallery',
    (data) => listIn(data, 'images').map(imageHtml).join('') + paragraph(get(data, 'caption')),
  ],
  ['markdown', (data) => markdownHtml(get(data, 'markdown'))],
  ['html', (data) => get(data, 'html')],
  ['code', codeHtml],
  ['codeblock', codeHtml],
  ['hr', () => '<hr>'],
  ['horizontalrule', () => '<hr>'],
  ['bookmark', bookmarkHtml],
  ['embed', embedCardHtml],
  ['callout', calloutHtml],
  ['toggle', toggleHtml],
  ['button', buttonHtml],
  ['audio', audioHtml],
  ['video', videoHtml],
  ['file', fileHtml],
  ['product', productHtml],
  ['header', headerHtml],
  ['call-to-action', callToActionHtml],
  ['soft-return', () => '<br>'],
  // In mails alone, forms, and the mark where the part for members begins.
  ...['email', 'email-cta', 'signup', 'paywall'].map((name): [string, () => string] => [
    name,
    () => '',
  ]),
]);
