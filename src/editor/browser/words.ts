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
}

const ENGLISH: Words = {
  day: 'Day',
  time: 'Time',
  add: 'Add a name',
  remove: (name) => `Remove ${name}`,
  help: 'Help: videos, footnotes, captions',
  more: 'More about this',
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
    },
  ],
]);

export function words(): Words {
  return WORDS.get(editorLanguage()) ?? ENGLISH;
}
