/** Reading aids of posts and pages: marks the section being read, copies addresses, and shows footnotes where they are named. */

/** Milliseconds for which the confirmation shows. */
const SHOWN_FOR = 3000;

const toast = document.querySelector('.toast');
let timer;

async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    toast.textContent = toast.dataset.copied;
  } catch {
    // What the browser does not let us copy, the reader can.
    toast.textContent = address;
  }
  clearTimeout(timer);
  timer = setTimeout(() => toast.replaceChildren(), SHOWN_FOR);
}

addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('a.anchor, .copy-link a');
  if (link === null) return;
  // A heading is also gone to.
  if (link.className !== 'anchor') event.preventDefault();
  copy(link.href);
});

const share = document.querySelector('.share');
if (share !== null) {
  const copyLink = share.querySelector('a');
  copyLink.role = 'button';
  copyLink.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) copyLink.click();
  });

  if (navigator.share) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = share.dataset.more;
    button.addEventListener('click', () => {
      // Readers may change their minds.
      navigator.share({ title: document.title, url: copyLink.href }).catch(() => {});
    });
    const item = document.createElement('li');
    item.append(button);
    share.querySelector('ul').append(item);
  }
}

const contents = document.querySelector('.contents nav');
if (contents !== null) {
  // What stands in the margin is open for programs too.
  const margin = matchMedia('(min-width: 54rem)');
  const unfold = () => (contents.querySelector('details').open = margin.matches);
  margin.addEventListener('change', unfold);
  unfold();
  const links = [...contents.querySelectorAll('a')];
  const headings = links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  );
  const mark = () => {
    const index = headings.findLastIndex(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const current = links[index];
    if (current?.ariaCurrent) return;
    for (const link of links) link.ariaCurrent = null;
    if (current === undefined) return;
    current.ariaCurrent = 'location';
    contents.scrollTop = current.offsetTop - contents.clientHeight / 2;
  };
  // Also of headings that a jump leaves behind.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66.6%' });
  for (const heading of headings) observer.observe(heading);
}

if (document.querySelector('main .footnotes') !== null) import('./footnotes.js');
