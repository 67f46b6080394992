/**
 * The theme that a reader has chosen, by day or by night. Loaded before anything
 * is painted, so that no page shows the other one first; the switch, which is
 * hidden without this script, comes to life when it is there.
 */
{
  const KEY = 'theme';
  const THEMES = ['light', 'dark'];
  const page = document.documentElement;

  /** Nothing where the system decides, or where the browser keeps nothing for this site. */
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
      // It holds for this page alone.
    }
    show(theme);
  };

  const show = (theme) => {
    if (THEMES.includes(theme)) page.dataset.theme = theme;
    else delete page.dataset.theme;
    // The colours of the browser's own bars, by day and by night.
    for (const [index, meta] of document.querySelectorAll('meta[name=theme-color]').entries()) {
      const own = `(prefers-color-scheme: ${THEMES[index]})`;
      const isShown = theme === THEMES[index] ? 'all' : 'not all';
      meta.media = THEMES.includes(theme) ? isShown : own;
    }
    const control = document.querySelector('.theme select');
    if (control) control.value = page.dataset.theme ?? '';
  };

  show(chosen());
  addEventListener('DOMContentLoaded', () => {
    const place = document.querySelector('.theme');
    if (place === null) return;
    place.hidden = false;
    place.addEventListener('change', ({ target }) => choose(target.value));
    show(page.dataset.theme);
  });
  // What was chosen on another page, and on one to which the reader goes back.
  addEventListener('storage', () => show(chosen()));
  addEventListener('pageshow', ({ persisted }) => persisted && show(chosen()));
}
