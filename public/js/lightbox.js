/** Lightbox: the pictures of a text in a strip that scrolls sideways, so that swiping needs no script. */
const links = [...document.querySelectorAll('.prose a.zoom')];
const markup = document.querySelector('script[data-for=lightbox]').textContent;
const content = document.createRange().createContextualFragment(markup);
const [style, dialog] = content.children;
const [strip, previous, position, next, close] = dialog.children;
const numbers = new Intl.NumberFormat(document.documentElement.lang);
let current = 0;

strip.append(...links.map(slideOf));
strip.tabIndex = 0;
dialog.classList.toggle('single', links.length === 1);
strip.addEventListener('scroll', count);
previous.addEventListener('click', () => show(current - 1));
next.addEventListener('click', () => show(current + 1));
close.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  if (target.localName === 'li') dialog.close();
});
dialog.addEventListener('keydown', (event) => {
  const target = targetOf(event.key);
  if (target === undefined) return;
  event.preventDefault();
  show(target);
});
await new Promise((resolve) => {
  for (const type of ['load', 'error']) style.addEventListener(type, resolve);
  document.body.append(content);
});

/** @param link around the picture to begin with */
export function open(link) {
  dialog.showModal();
  show(links.indexOf(link), 'instant');
  count();
}

function show(index, behavior = 'auto') {
  strip.children[index]?.scrollIntoView({ behavior, inline: 'center' });
}

function count() {
  // Against the direction of the text, it is negative.
  current = Math.abs(Math.round(strip.scrollLeft / strip.clientWidth));
  position.textContent = position.dataset.position
    .replace('{number}', numbers.format(current + 1))
    .replace('{count}', numbers.format(links.length));
  previous.disabled = current === 0;
  next.disabled = current === links.length - 1;
}

function targetOf(key) {
  if (key === 'Home') return 0;
  if (key === 'End') return links.length - 1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const forward = strip.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  return key === forward ? current + 1 : current - 1;
}

function slideOf(link) {
  const { alt, currentSrc } = link.querySelector('img');
  const figure = link.closest('figure');
  const isOnly = figure?.querySelectorAll('img').length === 1;
  const words = (isOnly && figure.querySelector('figcaption')?.textContent) || alt;
  const image = new Image(...link.dataset.size.split(' '));
  // What the page shows, until the file is there.
  if (currentSrc !== '') image.style.backgroundImage = `url("${currentSrc}")`;
  // Nobody hears a description twice.
  Object.assign(image, { alt: words === alt ? '' : alt, loading: 'lazy', src: link.href });
  const caption = document.createElement('p');
  // The text may be in another language than the page.
  Object.assign(caption, { textContent: words, lang: link.closest('[lang]').lang, dir: 'auto' });
  const slide = document.createElement('li');
  slide.append(image, caption);
  return slide;
}
