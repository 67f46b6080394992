/** Links of the setting `navigation`. */

export interface NamedLink {
  readonly text: string;
  readonly url: string;
}

interface Group<Word extends string> {
  readonly text: string;
  readonly items: readonly (Word | NamedLink)[];
}

/** A link, a group of links, or a word that stands for a page which every site has. */
export type NavigationItem<Word extends string = string> = Word | NamedLink | Group<Word>;

/** Whether the list is the whole navigation, not what follows the archive, tags and authors. */
export function isWhole(items: readonly NavigationItem[]): boolean {
  return items.some((item) =>
    typeof item === 'object' && 'items' in item ? isWhole(item.items) : typeof item === 'string',
  );
}

/** A link with the path of its field: `navigation[2].items[0].url`. */
export interface WrittenLink extends NamedLink {
  readonly field: string;
}

/** All links, those of groups included. */
export function linksIn(items: readonly NavigationItem[], path = 'navigation'): WrittenLink[] {
  return items.flatMap((item, index) => {
    const own = `${path}[${index}]`;
    if (typeof item === 'string') return [];
    return 'items' in item
      ? linksIn(item.items, `${own}.items`)
      : [{ ...item, field: `${own}.url` }];
  });
}
