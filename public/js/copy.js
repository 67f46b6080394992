/** Copies addresses. Its buttons are hidden where it does not run; what it says is part of the page. */

/** Milliseconds for which a message stands. */
const SEEN = 3000;

for (const place of document.querySelectorAll('.feed-address')) {
  const address = place.querySelector('code');
  const button = place.querySelector('button');
  const status = place.querySelector('output');
  let timer;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copy(address.textContent);
    if (!copied) getSelection().selectAllChildren(address);
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
