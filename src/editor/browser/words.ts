/** Texts of our own, in the language of the editor. */
import { editorLanguage } from './language.ts';

export interface Words {
  readonly day: string;
  readonly time: string;
  readonly add: string;
  readonly remove: (name: string) => string;
  /** Names of links to the help. */
  readonly help: string;
  readonly more: string;
  /** Asks whether to give up what follows. */
  readonly changedTwice: string;
  readonly notSaved: string;
}

const ENGLISH: Words = {
  day: 'Day',
  time: 'Time',
  add: 'Add a name',
  remove: (name) => `Remove ${name}`,
  help: 'Help: videos, footnotes, captions',
  more: 'More about this',
  changedTwice:
    'Somebody else has changed the same lines since you opened this. Saving replaces these by yours:',
  notSaved: 'Nothing was saved. Your text is still in this page.',
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
      help: 'Hilfe: Videos, Fußnoten, Bildunterschriften',
      more: 'Mehr dazu',
      changedTwice:
        'Jemand anderes hat dieselben Zeilen geändert, seit Sie dies geöffnet haben. Beim Speichern ersetzen Ihre Zeilen diese:',
      notSaved: 'Es wurde nichts gespeichert. Ihr Text steht noch auf dieser Seite.',
    },
  ],
]);

export function words(): Words {
  return WORDS.get(editorLanguage()) ?? ENGLISH;
}
