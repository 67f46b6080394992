/** Texts of our own, in the language of the editor. */
import { editorLanguage } from './language.ts';

export interface Words {
  /** BCP 47 tag. */
  readonly language: string;
  readonly day: string;
  readonly time: string;
  readonly add: string;
  readonly remove: (name: string) => string;
  /** Names of links to the help. */
  readonly help: string;
  readonly more: string;
  /** Of the page beside a text. */
  readonly preview: string;
  readonly noPreview: string;
  readonly goToField: string;
  /** Asks whether to give up what follows. */
  readonly changedTwice: string;
  /** Instead of a text that is gone. */
  readonly removed: string;
  readonly notSaved: string;
  /** Why and where a file cannot be read. */
  readonly atLine: (line: number, reason: string) => string;
  /** Titles of such files; that of the text may be missing. */
  readonly unreadableText: (title: string, problem: string) => string;
  readonly unreadableFile: (problem: string) => string;
  /** Why one was not saved. */
  readonly notCorrected: (path: string, problem: string) => string;
  readonly unreadableField: (label: string, problem: string) => string;
  readonly brokenMeanwhile: (path: string, problem: string) => string;
  readonly correctedMeanwhile: (path: string) => string;
}

const ENGLISH: Words = {
  language: 'en',
  day: 'Day',
  time: 'Time',
  add: 'Add a name',
  remove: (name) => `Remove ${name}`,
  help: 'Help: videos, footnotes, captions',
  more: 'More about this',
  preview: 'Preview',
  noPreview: 'Check that `npm run dev` still runs.',
  goToField: 'Go to the field',
  changedTwice:
    'Somebody else has changed the same text since you opened this. Saving replaces theirs with yours:',
  removed: '(removed)',
  notSaved: 'Nothing was saved. Your text is still in this page.',
  atLine: (line, reason) => `line ${line}: ${reason}`,
  unreadableText: (title, problem) =>
    `⚠ ${title || 'This file'} cannot be read (${problem}). Correct its text.`,
  unreadableFile: (problem) =>
    `⚠ This file cannot be read (${problem}). Correct it in a text editor.`,
  notCorrected: (path, problem) =>
    `Nothing was saved, because "${path}" cannot be read (${problem}). Correct that in the text, or in a text editor, and save again.`,
  unreadableField: (label, problem) =>
    `Nothing was saved, because the YAML of "${label}" cannot be read (${problem}). Correct it, and save again.`,
  brokenMeanwhile: (path, problem) =>
    `Nothing was saved, because "${path}" can no longer be read (${problem}). Correct the file in a text editor, and save again.`,
  correctedMeanwhile: (path) =>
    `Nothing was saved, because somebody else has corrected "${path}". Copy your text, and reload the page.`,
};

const WORDS: ReadonlyMap<string, Words> = new Map([
  ['en', ENGLISH],
  [
    'de',
    {
      language: 'de',
      day: 'Tag',
      time: 'Uhrzeit',
      add: 'Namen hinzufügen',
      remove: (name) => `${name} entfernen`,
      help: 'Hilfe: Videos, Fußnoten, Bildunterschriften',
      more: 'Mehr dazu',
      preview: 'Vorschau',
      noPreview: 'Prüfen Sie, ob `npm run dev` noch läuft.',
      goToField: 'Zum Feld',
      changedTwice:
        'Jemand anderes hat denselben Text geändert, seit Sie dies geöffnet haben. Beim Speichern ersetzt Ihr Text den folgenden:',
      removed: '(entfernt)',
      notSaved: 'Es wurde nichts gespeichert. Ihr Text steht noch auf dieser Seite.',
      atLine: (line, reason) => `Zeile ${line}: ${reason}`,
      unreadableText: (title, problem) =>
        `⚠ ${title || 'Diese Datei'} ist nicht lesbar (${problem}). Berichtigen Sie den Text.`,
      unreadableFile: (problem) =>
        `⚠ Diese Datei ist nicht lesbar (${problem}). Berichtigen Sie sie in einem Texteditor.`,
      notCorrected: (path, problem) =>
        `Es wurde nichts gespeichert, denn „${path}“ ist nicht lesbar (${problem}). Berichtigen Sie das im Text oder in einem Texteditor, und speichern Sie noch einmal.`,
      unreadableField: (label, problem) =>
        `Es wurde nichts gespeichert, denn das YAML von „${label}“ ist nicht lesbar (${problem}). Berichtigen Sie es, und speichern Sie noch einmal.`,
      brokenMeanwhile: (path, problem) =>
        `Es wurde nichts gespeichert, denn „${path}“ ist nicht mehr lesbar (${problem}). Berichtigen Sie die Datei in einem Texteditor, und speichern Sie noch einmal.`,
      correctedMeanwhile: (path) =>
        `Es wurde nichts gespeichert, denn jemand anderes hat „${path}“ berichtigt. Kopieren Sie Ihren Text, und laden Sie die Seite neu.`,
    },
  ],
]);

export function words(): Words {
  return WORDS.get(editorLanguage()) ?? ENGLISH;
}
