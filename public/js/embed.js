/** Puts a frame in the place of its poster when a reader asks for it. Without it, the poster is a link to the same thing. */

const ALLOWED = 'autoplay; encrypted-media; fullscreen; picture-in-picture';

for (const poster of document.querySelectorAll('.embed > .poster')) {
  poster.role = 'button';
  poster.addEventListener('click', (event) => {
    // Whoever wants a new tab or window gets it.
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
  // It keeps the space that the frame fills.
  poster.inert = true;
  poster.after(frame);
  frame.focus({ preventScroll: true });
}
