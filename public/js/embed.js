/** Replaces an embed's placeholder with its frame on click. Without JavaScript, the placeholder is a plain link. */

const ALLOWED = 'autoplay; encrypted-media; fullscreen; picture-in-picture';

for (const poster of document.querySelectorAll('.embed > .poster')) {
  poster.role = 'button';
  poster.addEventListener('click', (event) => {
    // Leave clicks that open a new tab or window to the browser.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(poster);
  });
  poster.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) show(poster);
  });
}

function show(poster) {
  const frame = document.createElement('iframe');
  frame.title = poster.querySelector('.title').textContent;
  frame.allow = ALLOWED;
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = poster.dataset.frame;
  // The placeholder keeps the space that the frame fills.
  poster.inert = true;
  poster.after(frame);
  frame.focus({ preventScroll: true });
}
