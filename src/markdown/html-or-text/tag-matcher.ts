/** Decides which tags are HTML and which are text, by their end tags and surroundings. */
import type { FoundTag } from './tag-finder.ts';
import { isStrict } from './source-tag.ts';
import { placeTags, type PlacedTag } from './tag-places.ts';
import {
  HIDING,
  INLINE,
  MEDIA,
  MEDIA_PARTS,
  isCompleteVoid,
  isPrefixed,
  isVoid,
  parentsOf,
} from './tag-rules.ts';

export type Fate =
  /** Real HTML. */
  | 'html'
  /** Shown to readers. */
  | 'text'
  /** An end tag of nothing, which nobody would miss. */
  | 'dropped'
  /** A start tag that hides what follows. */
  | 'error';

export interface Decision {
  readonly tag: FoundTag;
  readonly fate: Fate;
  /** Where the end tag belongs that it lacks. */
  readonly closeAt?: number;
}

/** @param found in document order */
export function matchTags(text: string, found: readonly FoundTag[]): Decision[] {
  const tags = placeTags(text, found);
  const partners = pair(text, tags);
  const open = new Map<string, number>();
  const count = (name: string, change: number): void => {
    open.set(name, (open.get(name) ?? 0) + change);
  };
  /** Where the last element of each name that is never closed ends. */
  const ends = new Map<string, number>();
  return tags.map((tag, index) => {
    const { name, isEnd } = tag;
    const partner = partners.get(index);
    if (partner !== undefined) {
      if (partner === 'html') count(name, isEnd ? -1 : 1);
      return { tag, fate: partner };
    }
    const isInParent = parentsOf(name).some(
      (parent) => (open.get(parent) ?? 0) > 0 || (ends.get(parent) ?? 0) > tag.start,
    );
    const decision = isEnd ? decideEnd(tag) : decideStart(text, tag, tags, index, isInParent);
    const isOpen = decision.fate === 'html' && !isEnd && !tag.isSelfClosing && !isVoid(name);
    if (isOpen) ends.set(name, decision.closeAt ?? tag.block.end);
    return decision;
  });
}

/** The fate of each start tag with an end tag, and of that, by index. */
function pair(text: string, tags: readonly PlacedTag[]): Map<number, 'html' | 'text'> {
  const fates = new Map<number, 'html' | 'text'>();
  const open = new Map<string, number[]>();
  for (const [index, tag] of tags.entries()) {
    if (!tag.isEnd) {
      if (tag.isSelfClosing && !isVoid(tag.name)) continue;
      const starts = open.get(tag.name) ?? [];
      starts.push(index);
      open.set(tag.name, starts);
      continue;
    }
    const starts = open.get(tag.name) ?? [];
    for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
      const startTag = tags[start];
      if (startTag === undefined || !canPair(startTag, tag)) continue;
      const fate = isMention(text, startTag, tag) ? 'text' : 'html';
      if (!isVoid(tag.name)) fates.set(start, fate);
      fates.set(index, fate);
      break;
    }
  }
  return fates;
}

/** Words about tags, as in "the `<b>` tag", do not begin or end anything in another block. */
function canPair(start: PlacedTag, end: PlacedTag): boolean {
  if (start.block === end.block) return true;
  const isInline = INLINE.has(start.name);
  const startIsWord =
    start.isWord && !hasValue(start) && (start.hasWordsBefore || (isInline && start.hasWordsAfter));
  const endIsWord =
    end.isWord && (end.startsItem || end.hasWordsAfter || (isInline && end.hasWordsBefore));
  return !startIsWord && !endIsWord;
}

/** Whether a pair is only written about: "use `<details>` and `</details>`". */
function isMention(text: string, start: PlacedTag, end: PlacedTag): boolean {
  if (!HIDING.has(start.name) || hasValue(start)) return false;
  if (start.name === 'iframe') return true;
  if (!start.isWord || !end.isWord) return false;
  const content = text.slice(start.end, end.start);
  if (start.name === 'script' || start.name === 'style') return !/[{};=()/]/.test(content);
  return (start.hasWordsBefore || end.hasWordsAfter) && !content.includes('\n');
}

function decideEnd(tag: PlacedTag): Decision {
  if (tag.name === 'br') return { tag, fate: 'html' };
  const isAlone = !tag.startsItem && !tag.hasWordsBefore && !tag.hasWordsAfter;
  const isBetweenTags = !tag.isWord && tag.touchesNext;
  const isParagraphEnd = tag.name === 'p' && !tag.hasWordsAfter && !tag.isWord;
  const isLeftover = isAlone || isBetweenTags || isParagraphEnd || isPrefixed(tag.name);
  return { tag, fate: isLeftover ? 'dropped' : 'text' };
}

function decideStart(
  text: string,
  tag: PlacedTag,
  tags: readonly PlacedTag[],
  index: number,
  isInParent: boolean,
): Decision {
  const { name, block } = tag;
  if (isPrefixed(name)) {
    const isMarkup = tag.isSelfClosing || hasValue(tag) || !tag.isWord;
    return { tag, fate: isMarkup ? 'html' : 'text' };
  }
  if (isVoid(name)) {
    const isBetweenTags = text[tag.start - 1] === '>' && tag.touchesNext;
    const isHtml = isCompleteVoid(tag) || isInParent || isBetweenTags;
    return { tag, fate: isHtml ? 'html' : 'text' };
  }
  if (tag.isSelfClosing) return { tag, fate: 'html' };
  // With an end tag, mistakes are forgiven.
  if (!isStrict(text, tag)) return { tag, fate: 'text' };
  if (name === 'p') {
    const isAmongWords = tag.isWord && tag.hasWordsBefore && tag.hasWordsAfter;
    if (isAmongWords && !hasValue(tag)) return { tag, fate: 'text' };
    return block.kind === 'raw' ? closed(text, tag) : { tag, fate: 'html' };
  }
  if (parentsOf(name).length > 0) return { tag, fate: isInParent ? 'html' : 'text' };
  const isFirst = !tag.startsItem && !tag.hasWordsBefore;
  const isStructure = isFirst && (!tag.hasWordsAfter || tag.touchesNext);
  if (MEDIA.has(name)) {
    const closeAt = endOfParts(text, tags, index);
    const isMedia = hasValue(tag) || (isStructure && closeAt > tag.end);
    return isMedia ? { tag, fate: 'html', closeAt } : { tag, fate: 'text' };
  }
  if (HIDING.has(name)) return { tag, fate: hasValue(tag) || isStructure ? 'error' : 'text' };
  if (INLINE.has(name)) {
    if (!hasValue(tag)) return { tag, fate: 'text' };
    const isAnchor = name === 'a' && tag.attributes.every((attribute) => attribute.name !== 'href');
    if (isAnchor) return { tag, fate: 'html', closeAt: tag.end };
    // A table cell ends it.
    return text[block.start] === '|' ? { tag, fate: 'html' } : closed(text, tag);
  }
  const isAttached = !tag.hasWordsBefore && !tag.isWord;
  if (!hasValue(tag) && !isStructure && !isAttached) return { tag, fate: 'text' };
  return block.kind === 'raw' ? closed(text, tag) : { tag, fate: 'html' };
}

/** Ends with its block, before the closing marks of a heading. */
function closed(text: string, tag: FoundTag): Decision {
  const { start, end } = tag.block;
  const last = text.slice(Math.max(start, end - 20), end);
  const open = last
    .trimEnd()
    .replace(/(?<!#)#+$/, '')
    .trimEnd();
  return { tag, fate: 'html', closeAt: Math.max(tag.end, end - last.length + open.length) };
}

/** Where the sources of an audio or video end. */
function endOfParts(text: string, tags: readonly PlacedTag[], index: number): number {
  let last = tags[index];
  for (let next = index + 1; next < tags.length; next++) {
    const tag = tags[next];
    if (tag === undefined || last === undefined || !MEDIA_PARTS.has(tag.name)) break;
    if (tag.block !== last.block || text.slice(last.end, tag.start).trim() !== '') break;
    last = tag;
  }
  return last?.end ?? 0;
}

function hasValue({ attributes }: FoundTag): boolean {
  return attributes.some(({ name, value }) => value !== undefined || name.includes('-'));
}
