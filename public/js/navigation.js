/** Closes an open group of the navigation with Escape, or with a click or focus elsewhere. */
const open = () => document.querySelector('.navigation-group[open]');

addEventListener('keydown', ({ key }) => {
  const group = open();
  if (key !== 'Escape' || group === null) return;
  if (group.contains(document.activeElement)) group.querySelector('summary').focus();
  group.open = false;
});

for (const type of ['click', 'focusin'])
  addEventListener(type, ({ target }) => {
    const group = open();
    if (group !== null && target instanceof Node && !group.contains(target)) group.open = false;
  });
