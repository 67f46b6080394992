/** Copy buttons of feed addresses and code blocks, and the switch that wraps lines of code. */

/** Milliseconds for which the confirmation shows. */
const SHOWN_FOR = 3000;
/** In the storage, and as an attribute of the page; `theme.js` sets it before the first paint. */
const WRAP = 'wrap';
const page = document.documentElement;

for (const place of document.querySelectorAll('.feed-address')) {
  activate(place, place.querySelector('button'), place.querySelector('code'));
}

const tools = document.querySelector('script[data-for=code]');
const switches = new Map();
for (const frame of tools === null ? [] : document.querySelectorAll('.code-frame')) {
  const code = frame.querySelector('pre');
  code.insertAdjacentHTML('beforebegin', tools.textContent);
  activate(frame, frame.querySelector('.copy'), code);
  switches.set(code, frame.querySelector('.wrap'));
  frame.querySelector('.wrap').addEventListener('click', () => wrap(!isWrapped()));
}

// Whoever has wrapped the lines can unwrap them everywhere.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const button = switches.get(target);
    button.hidden = !isWrapped() && target.scrollWidth <= target.clientWidth;
    button.ariaPressed = isWrapped();
  }
});
for (const code of switches.keys()) sizes.observe(code);

function isWrapped() {
  return page.hasAttribute(`data-${WRAP}`);
}

function wrap(isOn) {
  page.toggleAttribute(`data-${WRAP}`, isOn);
  for (const button of switches.values()) button.ariaPressed = isOn;
  try {
    if (isOn) localStorage.setItem(WRAP, 'on');
    else localStorage.removeItem(WRAP);
  } catch {
    // Storage is blocked: the choice lasts for this page only.
  }
}

/** @param source element whose text is copied */
function activate(place, button, source) {
  const status = place.querySelector('output');
  let timer;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copy(textOf(source));
    if (!copied) getSelection().selectAllChildren(source);
    status.textContent = copied ? status.dataset.done : status.dataset.failed;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), SHOWN_FOR);
  });
}

/** Without the signs of a `diff`, and the lines that it removes unless it only removes some. */
function textOf(source) {
  const code = source.cloneNode(true);
  const removed = code.querySelectorAll('del:has(> .sign)');
  for (const sign of code.querySelectorAll('.sign')) sign.remove();
  const all = code.textContent;
  for (const line of removed) line.remove();
  return (code.textContent.trim() === '' ? all : code.textContent).trimEnd();
}

/** @returns false when the browser refuses or the page did not come over HTTPS */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
