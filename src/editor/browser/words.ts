/** Texts of the controls, in the language of the editor. */

export interface Words {
  readonly day: string;
  readonly time: string;
  readonly add: string;
  readonly remove: (name: string) => string;
}

const ENGLISH: Words = {
  day: 'Day',
  time: 'Time',
  add: 'Add a name',
  remove: (name) => `Remove ${name}`,
};

const WORDS: ReadonlyMap<string, Words> = new Map([
  ['en', ENGLISH],
  [
    'de',
    {
      day: 'Tag',
      time: 'Uhrzeit',
      add: 'Namen hinzufügen',
      remove: (name) => `${name} entfernen`,
    },
  ],
]);

/** The language that the editor has set for its page. */
export function editorLanguage(): string {
  const [language = 'en'] = (document.documentElement.lang || navigator.language).split('-');
  return language;
}

export function words(): Words {
  return WORDS.get(editorLanguage()) ?? ENGLISH;
}
