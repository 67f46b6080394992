/** Ids that Markdown of kramdown and Hugo gives to headings: `## Title {#id}`. */

const HEADING = /^( {0,3}#{1,6}[ \t])([^\n{]*)\{([^{}\n]*)\}[ \t]*$/gm;

/** `## Title {#id}`: the id stays where a link leads to it. */
export function headingIds(prose: string): string {
  return prose.replace(HEADING, (found, marks: string, title: string, list: string) => {
    const attributes = list.replace(/^:/, '');
    if (!/[#.=]/.test(attributes) || !isAttributeList(attributes)) return found;
    return marks + idAnchor(attributes, prose) + title.trim();
  });
}

/** An anchor for the id of an attribute list, if a link of the text leads to it. */
export function idAnchor(list: string, prose: string): string {
  const id = /(?:^|\s)#([\w:.-]+)/.exec(list)?.[1];
  return id === undefined ? '' : anchor(id, prose);
}

function anchor(id: string, prose: string): string {
  return prose.includes(`](#${id})`) || prose.includes(`"#${id}"`) ? `<a id="${id}"></a>` : '';
}

/** `.class #id name="value" reference`; not `ok, value` of other languages. */
export function isAttributeList(list: string): boolean {
  const parts = list.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return parts.every((part) => /^(?:[.#][\w:.-]+|[\w-]+(?:=.*)?)$/.test(part));
}
