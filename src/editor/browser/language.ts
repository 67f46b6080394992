/** The language of the editor: chosen in its settings, or that of the browser. */

/** Where the editor keeps what people choose. */
const CHOICES = 'sveltia-cms.prefs';
const LOCALE = /"locale":"([a-z]{2,3})\b/i;

/** Without a region: `de`. */
export function editorLanguage(): string {
  const [, chosen] = LOCALE.exec(localStorage.getItem(CHOICES) ?? '') ?? [];
  const [language = 'en'] = navigator.language.split('-');
  return chosen ?? language;
}
