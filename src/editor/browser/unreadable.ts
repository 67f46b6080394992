/** Files that cannot be read: the form shows what is wrong with them, and the whole file as the text of a post or page. */
import type { FileFormat } from '../../outputs/editor/shape.ts';
import { tryYaml } from '../merge/read-yaml.ts';
import { isMap, type Values } from '../merge/same-value.ts';
import { words } from './words.ts';

/** How to read a file of a kind, and to put new values into its text. */
interface Methods {
  readonly read: (text: string) => Values;
  readonly merge: (text: string, values: Values) => string;
}

export interface SafeMethods extends Methods {
  /** Where a text is broken and why: a clause. `undefined` for one that can be read. */
  readonly problemIn: (text: string) => string | undefined;
}

type Extension = FileFormat['extension'];

/** A field on a line of its own. */
const FIELD = /^([\w-]+):[ \t]+(\S.*)$/gm;
/** How many lines of a broken file are searched for fields. */
const FIRST_LINES = 40;

/** Methods that show any text, and keep one that is broken until it has been corrected. */
export function withUnreadable(extension: Extension, { read, merge }: Methods): SafeMethods {
  const problemIn: SafeMethods['problemIn'] = (text) => {
    try {
      read(text);
      return undefined;
    } catch (error) {
      return reasonOf(error, extension);
    }
  };
  return {
    problemIn,
    read(text) {
      const problem = problemIn(text);
      return problem === undefined ? read(text) : shownInstead(text, extension, problem);
    },
    merge(text, values) {
      if (text === '' || problemIn(text) === undefined) return merge(text, values);
      const { body } = values;
      return extension === 'md' && typeof body === 'string' ? body : text;
    },
  };
}

function shownInstead(text: string, extension: Extension, problem: string): Values {
  const { unreadableText, unreadableFile } = words();
  if (extension === 'md') {
    const fields = fieldsIn(text);
    return { ...fields, title: unreadableText(String(fields['title'] ?? ''), problem), body: text };
  }
  const message = unreadableFile(problem);
  if (extension === 'json') return { name: message };
  // The forms of tags and series list the names of fields.
  return { [/^title:/m.test(text) ? 'title' : message]: message };
}

/** Fields that have a line of their own; others are left out. */
function fieldsIn(text: string): Values {
  const start = text.split('\n', FIRST_LINES).join('\n');
  const fields = [...start.matchAll(FIELD)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => {
      const read = tryYaml(value) ?? value;
      // `Roses: a list` is a text that lacks quotation marks.
      return [name, isMap(read) ? value : read];
    }),
  );
}

/** Where browsers end the message of a JSON text that is broken. */
const PLACE = /(?: in JSON)? at (?:position \d+ \()?line (\d+)\D.*$/s;

/** A clause with the place. */
export function reasonOf(error: unknown, extension: Extension): string {
  if (!(error instanceof Error)) return String(error);
  if ('mark' in error && 'reason' in error && isMap(error.mark)) {
    // Counted from 0, behind the first line of front matter.
    const line = Number(error.mark['line']) + (extension === 'md' ? 2 : 1);
    return words().atLine(line, String(error.reason));
  }
  const [, line] = PLACE.exec(error.message) ?? [];
  const reason = error.message.replace(PLACE, '').replace(/\.$/, '');
  return line === undefined ? reason : words().atLine(Number(line), reason);
}
