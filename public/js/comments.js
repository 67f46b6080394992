/** Loads the comments of a post when the reader asks for them. Without JavaScript, there is a link. */

const place = document.querySelector('.comments[data-source]');
const { source, title, failed } = place.dataset;
const comments = JSON.parse(source);
const button = place.querySelector('button');
const status = place.querySelector('output');

const DARK = matchMedia('(prefers-color-scheme: dark)');

const SHOW = new Map([
  ['giscus', showFrame],
  ['utterances', showFrame],
  ['isso', showIsso],
  ['mastodon', showReplies],
]);

place.tabIndex = -1;
button.addEventListener('click', () => show());
// Whoever comes back from signing in has asked before.
const session = takeSession();
if (session !== undefined) {
  place.scrollIntoView();
  show();
}

async function show() {
  button.disabled = true;
  try {
    await SHOW.get(comments.kind)(comments);
    status.textContent = '';
    button.closest('p').hidden = place.querySelector('a') === null;
    button.remove();
    place.querySelector('.comments-note').remove();
    // The button had the focus; a frame takes it by itself.
    if (comments.frame === undefined) place.focus({ preventScroll: true });
  } catch {
    status.textContent = failed;
    button.disabled = false;
  }
}

/** giscus and utterances: both run in a frame of their own, as their own scripts would set it up. */
function showFrame({ kind, frame: address }) {
  const url = new URL(address);
  const { origin } = url;
  const isGiscus = kind === 'giscus';
  url.searchParams.set('origin', isGiscus ? location.origin + location.pathname : location.origin);
  url.searchParams.set('theme', themeOf(kind));
  url.searchParams.set('session', session ?? savedSession(kind));
  const frame = document.createElement('iframe');
  frame.className = kind;
  frame.title = title;
  frame.allow = 'clipboard-write';
  addEventListener('message', ({ origin: from, source: sender, data }) => {
    if (from !== origin || sender !== frame.contentWindow) return;
    const height = isGiscus ? data?.giscus?.resizeHeight : data?.type === 'resize' && data.height;
    if (height > 0) frame.style.height = `${height}px`;
    if (isGiscus && isSignedOut(data?.giscus)) {
      localStorage.removeItem('giscus-session');
      url.searchParams.set('session', '');
      frame.src = url;
    }
  });
  const dress = () => {
    const theme = themeOf(kind);
    const message = isGiscus ? { giscus: { setConfig: { theme } } } : { type: 'set-theme', theme };
    frame.contentWindow.postMessage(message, origin);
  };
  new MutationObserver(dress).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  DARK.addEventListener('change', dress);
  frame.src = url;
  place.append(frame);
  frame.focus({ preventScroll: true });
}

/** Signed out, or signed in so long ago that giscus no longer accepts it. */
function isSignedOut(message) {
  if (message?.signOut) return true;
  const isOld = /Bad credentials|Invalid state value|State has expired/.test(message?.error);
  return isOld && savedSession('giscus') !== '';
}

function themeOf(kind) {
  const { theme } = document.documentElement.dataset;
  const isDark = theme === 'dark' || (!theme && DARK.matches);
  const name = isDark ? 'dark' : 'light';
  return kind === 'giscus' ? name : `github-${name}`;
}

/** The parameter that a sign-in adds to the address of the page, which is kept and removed. */
function takeSession() {
  const url = new URL(location.href);
  const found = url.searchParams.get(comments.kind);
  if (found === null || comments.frame === undefined) return undefined;
  url.searchParams.delete(comments.kind);
  history.replaceState(undefined, '', url);
  store(comments.kind, found);
  return found;
}

function store(kind, value) {
  try {
    localStorage.setItem(`${kind}-session`, kind === 'giscus' ? JSON.stringify(value) : value);
  } catch {
    // Without storage, the reader signs in again on the next page.
  }
}

function savedSession(kind) {
  try {
    const saved = localStorage.getItem(`${kind}-session`) ?? '';
    return kind === 'giscus' && saved !== '' ? JSON.parse(saved) : saved;
  } catch {
    return '';
  }
}

/** https://isso-comments.de/docs/reference/client-config/ */
function showIsso({ script, attributes, thread }) {
  const section = document.createElement('section');
  section.id = 'isso-thread';
  section.dataset.issoId = thread;
  section.dataset.title = document.querySelector('h1').textContent;
  const element = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place.append(section);
  return new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => {
      section.remove();
      element.remove();
      reject(new Error(script));
    });
    element.src = script;
    document.head.append(element);
  });
}

async function showReplies({ replies }) {
  const [{ replyList }, response] = await Promise.all([
    import('./mastodon.js'),
    fetch(replies, { credentials: 'omit', referrerPolicy: 'no-referrer' }),
  ]);
  if (!response.ok) throw new Error(replies);
  const { descendants } = await response.json();
  if (descendants.length === 0) {
    const none = document.createElement('p');
    none.textContent = place.dataset.none;
    place.append(none);
  } else place.append(replyList(descendants));
}
