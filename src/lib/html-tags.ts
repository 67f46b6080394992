/** Finds the tags of an HTML text. */
import { Parser } from 'htmlparser2';

/** A start or end tag. Offsets are those of the text; `end` is exclusive. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: readonly TagAttribute[];
  readonly start: number;
  readonly end: number;
}

export interface TagAttribute {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces all between `<` and `>` with a space. */
export function withoutTags(text: string): string {
  // A `<` that is never closed ends the search: it would otherwise begin again at the next one.
  return text.replace(/<[^>]*(>?)/g, (tag, end: string) => (end === '' ? tag : ' '));
}

/** In document order, without the tags that HTML implies. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let attributes: TagAttribute[] = [];
  const add = (name: string, isEnd: boolean, isImplied: boolean): void => {
    const { startIndex: start, endIndex } = parser;
    if (!isImplied) tags.push({ name, isEnd, attributes, start, end: endIndex + 1 });
    attributes = [];
  };
  const parser = new Parser({
    onattribute: (name, value) => {
      attributes.push({ name, value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag: (name, _attributes, isImplied) => add(name, false, isImplied),
    onclosetag: (name, isImplied) => add(name, true, isImplied),
  });
  parser.end(html);
  return tags;
}

/** By name. */
export function attributesOf({ attributes }: Tag): Record<string, string> {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
}

export function classesOf({ attributes }: Tag): string[] {
  return attributes.find(({ name }) => name === 'class')?.value.split(' ') ?? [];
}
