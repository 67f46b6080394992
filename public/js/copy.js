/** Copy buttons for feed addresses and code blocks. The page contains their texts. */

/** Milliseconds for which the confirmation shows. */
const SHOWN_FOR = 3000;

for (const place of document.querySelectorAll('.feed-address')) {
  activate(place, place.querySelector('code'));
}

const words = document.querySelector('template.copy-code');
for (const code of words === null ? [] : document.querySelectorAll('.prose pre')) {
  const frame = document.createElement('div');
  frame.className = 'code-frame';
  code.replaceWith(frame);
  frame.append(code, words.content.cloneNode(true));
  activate(frame, code);
}

/** @param source element whose text is copied */
function activate(place, source) {
  const button = place.querySelector('button');
  const status = place.querySelector('output');
  let timer;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copy(source.textContent.trimEnd());
    if (!copied) getSelection().selectAllChildren(source);
    status.textContent = copied ? status.dataset.done : status.dataset.failed;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), SHOWN_FOR);
  });
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
