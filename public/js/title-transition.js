/** Moves the title of a post from a list to the post and back, while pages fade into each other. Loads before the first paint. */
{
  /** The title that has the name, which must be unique. */
  let named;

  const nameTitle = (url) => {
    if (named !== undefined) named.style.viewTransitionName = '';
    const links = [...document.querySelectorAll('.p-name > a, .days li > a')];
    named = links.find(({ href }) => href === url)?.closest('.p-name, .days a');
    if (named !== undefined) named.style.viewTransitionName = 'title';
  };

  addEventListener('pageswap', ({ viewTransition, activation }) => {
    if (viewTransition) nameTitle(activation.entry.url);
  });
  addEventListener('pagereveal', ({ viewTransition }) => {
    if (viewTransition) nameTitle(navigation.activation.from?.url);
  });
}
