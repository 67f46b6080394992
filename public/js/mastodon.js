/** Replies to a post on a Mastodon server, as text and links. https://docs.joinmastodon.org/entities/Status/ */

/** Elements that are shown; of all others, only their content is. */
const SHOWN = new Set(['A', 'B', 'BLOCKQUOTE', 'BR', 'CODE', 'DEL', 'EM', 'I', 'LI', 'OL', 'P']);
for (const name of ['PRE', 'STRONG', 'UL']) SHOWN.add(name);
/** Elements of which nothing is shown. */
const HIDDEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'TEXTAREA', 'TITLE']);

export function replyList(replies) {
  const list = document.createElement('ol');
  list.className = 'replies';
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  list.append(...replies.map((reply) => item(reply, dates)));
  return list;
}

function item({ account, url, uri, created_at: created, content, language, spoiler_text }, dates) {
  const element = document.createElement('li');
  const by = document.createElement('p');
  by.className = 'by';
  const time = document.createElement('time');
  time.dateTime = created;
  time.textContent = dates.format(new Date(created));
  const name = document.createElement('bdi');
  name.textContent = account.display_name || account.username;
  by.append(link(account.url, name), ' ', link(url ?? uri, time));
  const text = document.createElement('div');
  text.dir = 'auto';
  if (language) text.lang = language;
  text.append(...shown(new DOMParser().parseFromString(content, 'text/html').body));
  element.append(by, spoiler_text ? folded(spoiler_text, text) : text);
  return element;
}

/** What the writer has put behind a warning. */
function folded(warning, text) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.dir = 'auto';
  summary.textContent = warning;
  details.append(summary, text);
  return details;
}

function shown(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    if (node.nodeType !== Node.ELEMENT_NODE || HIDDEN.has(node.tagName)) return [];
    const content = shown(node);
    if (!SHOWN.has(node.tagName)) return content;
    if (node.tagName === 'A') return [link(node.getAttribute('href'), ...content)];
    const copy = document.createElement(node.tagName);
    copy.append(...content);
    return [copy];
  });
}

/** A link, if the address is one of the web. */
function link(address, ...content) {
  const isWeb = /^https?:\/\//i.test(address);
  const element = document.createElement(isWeb ? 'a' : 'span');
  if (isWeb) {
    element.href = address;
    element.rel = 'nofollow ugc noopener';
  }
  element.append(...content);
  return element;
}
