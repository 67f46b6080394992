/**
 * Gives a feed opened in a browser links, and dates as people write them; `feed.css` shows the elements.
 * No module, which Chromium does not load into XML.
 */
addEventListener('DOMContentLoaded', () => {
  const language =
    document.documentElement.getAttribute('xml:lang') ??
    document.querySelector('channel > language')?.textContent;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  for (const date of document.querySelectorAll('pubDate, published'))
    date.textContent = format.format(dayOf(date.textContent));

  for (const part of document.querySelectorAll('channel, feed, item, entry')) addLinks(part);

  // RSS has HTML there.
  for (const text of document.querySelectorAll('item > description')) {
    const { body } = new DOMParser().parseFromString(text.textContent, 'text/html');
    text.textContent = body.textContent;
  }
});

/** The day as it is written, whatever the time zone of the reader. */
function dayOf(written) {
  const [day] = written.split(/(?<=\d)T|\s\d\d:/);
  return new Date(/^\d{4}-/.test(day) ? day : `${day} UTC`);
}

/** @param part a feed or a post, with a title and an address */
function addLinks(part) {
  const children = [...part.children];
  const title = children.find(({ localName }) => localName === 'title');
  const link = children.find(isPage);
  if (title === undefined || link === undefined) return;
  const address = link.getAttribute('href') ?? link.textContent;
  title.replaceChildren(linkTo(address, title.textContent));
  link.replaceChildren(linkTo(address, address));
}

/** Other links lead to the feed itself, or to a copy of the post. */
function isPage(child) {
  return child.localName === 'link' && [null, 'alternate'].includes(child.getAttribute('rel'));
}

function linkTo(address, text) {
  const link = document.createElementNS('http://www.w3.org/1999/xhtml', 'a');
  link.href = address;
  link.textContent = text;
  return link;
}
