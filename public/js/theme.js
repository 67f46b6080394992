/**
 * Applies the reader's theme, light or dark, and whether lines of code wrap. Loads before the
 * first paint, so that nothing flashes or moves, and adds the theme switch.
 */
{
  const KEY = 'theme';
  const THEMES = ['light', 'dark'];
  const page = document.documentElement;

  /** The stored theme; undefined when the system decides or storage is blocked. */
  const chosen = () => {
    try {
      return THEMES.find((theme) => theme === localStorage.getItem(KEY));
    } catch {
      return undefined;
    }
  };

  const choose = (theme) => {
    try {
      if (THEMES.includes(theme)) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // Storage is blocked: the choice lasts for this page only.
    }
    show(theme);
  };

  const show = (theme) => {
    if (THEMES.includes(theme)) page.dataset.theme = theme;
    else delete page.dataset.theme;
    // Colours of the browser's own bars.
    for (const [index, meta] of document.querySelectorAll('meta[name=theme-color]').entries()) {
      const own = `(prefers-color-scheme: ${THEMES[index]})`;
      const isShown = theme === THEMES[index] ? 'all' : 'not all';
      meta.media = THEMES.includes(theme) ? isShown : own;
    }
    const control = document.querySelector('.theme select');
    if (control) control.value = page.dataset.theme ?? '';
  };

  show(chosen());
  try {
    page.toggleAttribute('data-wrap', localStorage.getItem('wrap') === 'on');
  } catch {
    // Storage is blocked.
  }
  addEventListener('DOMContentLoaded', () => {
    const place = document.querySelector('.theme');
    if (place === null) return;
    place.innerHTML = place.textContent;
    place.addEventListener('change', ({ target }) => choose(target.value));
    show(page.dataset.theme);
  });
  // Follow a choice made on another page or before going back.
  addEventListener('storage', () => show(chosen()));
  addEventListener('pageshow', ({ persisted }) => persisted && show(chosen()));
}
