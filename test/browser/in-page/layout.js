/**
 * Runs in a page, and gives what is wrong with its layout, in words: whether
 * it scrolls sideways, and what sticks out, is cut off or lies on something else.
 */

/** How far two things may meet, in pixels: edges of letters and rounded figures do. */
const SLACK = 1.5;

findFaults();

function findFaults() {
  const things = [...linesOfText(), ...pictures()];
  return [...new Set([...width(), ...stickingOut(things), ...cutOff(), ...overlapping(things)])];
}

function width() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth
    ? [`the page is ${scrollWidth} pixels wide, its window ${clientWidth}`]
    : [];
}

function stickingOut(things) {
  const { clientWidth } = document.documentElement;
  return things
    .filter(({ left, right }) => left < -SLACK || right > clientWidth + SLACK)
    .map((thing) => `${thing.name} sticks out of the window`);
}

function cutOff() {
  return [...document.body.querySelectorAll('*:not(img, video, iframe, svg, svg *)')]
    .filter((element) => {
      if (!hides(element) || scrolls(element) || endsWithEllipsis(element)) return false;
      if (isForListeners(element)) return false;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return scrollWidth > clientWidth + SLACK || scrollHeight > clientHeight + SLACK;
    })
    .map((element) => `${nameOf(element)} is cut off`);
}

function overlapping(things) {
  const faults = [];
  const sorted = things.toSorted((one, other) => one.top - other.top);
  sorted.forEach((one, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (other.top > one.bottom - SLACK) break;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - other.top;
      if (wide > SLACK && high > SLACK) faults.push(`${one.name} and ${other.name} overlap`);
    }
  });
  return faults;
}

/** Every line of text that is shown. */
function linesOfText() {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    const element = text.parentElement;
    if (text.data.trim() === '' || !isShown(element)) continue;
    range.selectNodeContents(text);
    const name = `${nameOf(element)} "${text.data.trim().slice(0, 30)}"`;
    for (const rect of range.getClientRects()) {
      const line = seen(rect, element, name);
      // The box of a line is higher than its letters, and lines of a title are set tight.
      const less = (line.bottom - line.top) / 4;
      lines.push({ ...line, top: line.top + less, bottom: line.bottom - less });
    }
  }
  return lines.filter(hasArea);
}

/** An empty drawing keeps a place, and shows nothing. */
function pictures() {
  return [...document.querySelectorAll('img, video, iframe, svg:not(:empty)')]
    .filter(isShown)
    .map((element) => seen(element.getBoundingClientRect(), element, nameOf(element)))
    .filter(hasArea);
}

/** What of a rectangle can be seen through the frames around it. */
function seen({ left, right, top, bottom }, element, name) {
  const shown = { left, right, top, bottom, element, name };
  for (const frame of around(element).filter(hides)) {
    const edges = frame.getBoundingClientRect();
    shown.left = Math.max(shown.left, edges.left);
    shown.right = Math.min(shown.right, edges.right);
    shown.top = Math.max(shown.top, edges.top);
    shown.bottom = Math.min(shown.bottom, edges.bottom);
  }
  return shown;
}

function hasArea({ left, right, top, bottom }) {
  return right > left && bottom > top;
}

function isShown(element) {
  return (
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !around(element).some(isForListeners)
  );
}

/** The element and all that it lies in, but the document. */
function around(element) {
  return element === document.documentElement ? [] : [element, ...around(element.parentElement)];
}

function isForListeners(element) {
  return getComputedStyle(element).clipPath === 'inset(50%)';
}

function hides(element) {
  return getComputedStyle(element).overflowX !== 'visible';
}

/** An ellipsis says that there is more. */
function endsWithEllipsis(element) {
  return getComputedStyle(element).webkitLineClamp !== 'none';
}

function scrolls(element) {
  return /auto|scroll/.test(getComputedStyle(element).overflowX);
}

function nameOf(element) {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return element.tagName.toLowerCase() + (element.id && `#${element.id}`) + classes;
}
