/** The popover that shows a footnote. Loads when the first one is wanted. */

/** Milliseconds until it opens under the pointer, and closes behind it. */
const DELAY = 150;
const PATIENCE = 300;
/** Milliseconds in which the focus comes back. */
const FOCUS_BACK = 100;
/** Pixels around it. */
const GAP = 8;

const popover = document.createElement('div');
popover.className = 'note';
popover.role = 'note';
popover.popover = 'auto';

/** The number whose note is shown. */
let shown;
/** Whether it closes when the pointer leaves. */
let isHovered = false;
/** When it closed, which gives the focus back to the number. */
let closed = -Infinity;
let timer;

/** @param event that asks for it */
export function show(reference, content, { type, timeStamp }) {
  // A click keeps what the pointer has opened.
  if (reference === shown) isHovered &&= type !== 'click';
  const isPast = reference !== document.activeElement || timeStamp - closed < FOCUS_BACK;
  if (reference === shown || (type === 'focusin' && isPast)) return;
  clearTimeout(timer);
  if (type === 'pointerover') timer = setTimeout(open, DELAY, reference, content, true);
  else open(reference, content, false);
}

function open(reference, content, byPointer) {
  hide();
  popover.replaceChildren(...content);
  reference.parentElement.after(popover);
  popover.showPopover({ source: reference });
  shown = reference;
  isHovered = byPointer;
  place(reference.getBoundingClientRect());
}

/** Below the number, or above it where there is no room below. */
function place({ left, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const widest = document.documentElement.clientWidth - width - 2 * GAP;
  const x = Math.max(2 * GAP, Math.min(left - width / 2, widest));
  const isBelow = bottom + height + GAP < innerHeight || top < height + GAP;
  const y = isBelow ? bottom + GAP : top - height - GAP;
  popover.style.left = `${x + scrollX}px`;
  popover.style.top = `${y + scrollY}px`;
}

function hide() {
  if (shown !== undefined) popover.hidePopover();
}

popover.addEventListener('beforetoggle', ({ newState }) => {
  if (newState === 'open') return;
  shown = undefined;
  closed = performance.now();
});
popover.addEventListener('toggle', ({ newState }) => {
  if (newState === 'closed') popover.remove();
});

function isWithin(target) {
  return popover.contains(target) || (shown?.contains(target) ?? false);
}

addEventListener('pointerover', ({ target }) => {
  clearTimeout(timer);
  if (isHovered && !isWithin(target)) timer = setTimeout(hide, PATIENCE);
});
addEventListener('focusin', ({ target }) => isWithin(target) || hide());
addEventListener('hashchange', hide);
