/** Copies addresses and code. Its buttons are there only where it runs; what it says is part of the page. */

/** Milliseconds for which a message stands. */
const SEEN = 3000;

for (const place of document.querySelectorAll('.feed-address')) {
  enliven(place, place.querySelector('code'));
}

const words = document.querySelector('template.copy-code');
for (const code of words === null ? [] : document.querySelectorAll('.prose pre')) {
  const frame = document.createElement('div');
  frame.className = 'code-frame';
  code.replaceWith(frame);
  frame.append(code, words.content.cloneNode(true));
  enliven(frame, code);
}

/** @param source holds the text */
function enliven(place, source) {
  const button = place.querySelector('button');
  const status = place.querySelector('output');
  let timer;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copy(source.textContent.trimEnd());
    if (!copied) getSelection().selectAllChildren(source);
    status.textContent = copied ? status.dataset.done : status.dataset.failed;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), SEEN);
  });
}

/** @returns false where the browser does not allow it, or the page did not come by HTTPS */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
