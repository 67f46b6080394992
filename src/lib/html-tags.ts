/** The tags of an HTML text, each with its offsets in that text. */
import { Parser } from 'htmlparser2';

/** Ends of a stretch of the text; `end` is exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** `name="value"`. */
export interface TagAttribute extends Range {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
}

export interface Tag extends Range {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: readonly TagAttribute[];
}

/** Tags in their order, without those that HTML implies. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let attributes: TagAttribute[] = [];
  const add = (name: string, isEnd: boolean): void => {
    tags.push({ name, isEnd, attributes, start: parser.startIndex, end: parser.endIndex + 1 });
    attributes = [];
  };
  const parser = new Parser({
    onattribute(name, value) {
      attributes.push({ name, value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag(name, _attributes, isImplied) {
      if (!isImplied) add(name, false);
    },
    onclosetag(name, isImplied) {
      if (!isImplied) add(name, true);
    },
  });
  parser.end(html);
  return tags;
}
