/** Items of the XML files of an export. */
import type { Notice, Place } from '../model.ts';
import type { SourceFile } from '../source/source.ts';
import { xmlItems, type IsMarkup, type XmlNode } from '../source/xml-items.ts';

export interface XmlEntry {
  readonly type: 'xml';
  readonly node: XmlNode;
  readonly place: Place;
}

/**
 * The whole items of a file, and a notice if the file was cut.
 * @param paths as for `xmlItems`
 */
export async function* xmlEntries(
  file: SourceFile,
  paths: ReadonlySet<string>,
  isMarkup?: IsMarkup,
): AsyncGenerator<XmlEntry | Notice> {
  const reader = xmlItems(file, paths, isMarkup);
  let last = 1;
  for await (const node of reader.items) {
    last = node.line;
    if (node.isCut !== true)
      yield { type: 'xml', node, place: { file: file.path, line: node.line } };
  }
  if (!reader.isComplete())
    yield {
      type: 'notice',
      place: { file: file.path, line: last },
      message: `${file.path} is cut: it ends within the entry that begins in line ${last}, or after it. What comes after that is missing; export the blog again.`,
    };
}
