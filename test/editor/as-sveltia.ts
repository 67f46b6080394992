/** What the editor does to a file between opening and saving, around our format. */
import { registerFormats, textIn } from '../../src/editor/browser/format.ts';
import { keepLineEnds } from '../../src/editor/merge/keep-line-ends.ts';
import type { Fields } from '../../src/editor/shapes.ts';
import type { FileFormat } from '../../src/outputs/editor/shape.ts';
import { required } from '../support/required.ts';

export const POSTS: FileFormat = {
  extension: 'md',
  shapes: {
    author: { kind: 'list' },
    legacyUrl: { kind: 'list' },
    series: { kind: 'named', key: 'name' },
    published: { default: true },
    pinned: { default: false },
    toc: { default: true },
  },
};

/** The form has a value for each of its fields. */
const FORM: Fields = {
  ...{ title: '', publishDate: '', updatedDate: '', author: [], description: '', tags: [] },
  ...{ published: true, legacyUrl: [], image: '', series: null, links: [], pinned: false },
};

/** Opens a file, changes fields, saves it on the local backend. */
export function edit(file: string, changes: Fields = {}, format = POSTS): string {
  const { fromFile, toFile } = methodsOf(format);
  const opened = trimmed(fromFile(file.trim().replace(/\r\n?/g, '\n')));
  const form = format.extension === 'md' ? FORM : {};
  return keepLineEnds(file, `${toFile({ ...form, ...opened, ...changes }).trim()}\n`);
}

/** Opens a file, changes fields, and saves them when the file is another one. */
export function editMeanwhile(file: string, changes: Fields, current: string, format = POSTS) {
  const opened = trimmed(methodsOf(format).fromFile(file.trim()));
  const form = format.extension === 'md' ? FORM : {};
  return textIn(current.trim(), { ...form, ...opened, ...changes }, format);
}

export function methodsOf(format: FileFormat) {
  let methods: Parameters<Registry['registerCustomFormat']>[2] | undefined;
  const registerCustomFormat: Registry['registerCustomFormat'] = (_name, _extension, given) => {
    methods = given;
  };
  registerFormats({ registerCustomFormat }, { files: format });
  return required(methods);
}

type Registry = Parameters<typeof registerFormats>[0];

function trimmed(values: Fields): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]),
  );
}
