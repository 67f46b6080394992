/**
 * What the fuzzer has found, as small as it goes. A new finding is added here
 * under the name of what went wrong; the word `zq0kept` in a body must stay
 * visible.
 */
export const FINDINGS: {
  readonly bodies: Readonly<Record<string, string>>;
  /** The lines between the two `---`, each with its line break. */
  readonly frontMatter: Readonly<Record<string, string>>;
} = {
  bodies: {
    'words behind a declaration that is never closed': 'x\n\n<!DOCTYPE note [\n\nzq0kept',
    'words behind a comment that is closed wrongly': 'x\n\n<!-- more --\n\nzq0kept',
    'words behind a declaration in a block of HTML': '<p><![if x> zq0kept</p>',
    'words behind a tag that is not whole': '<p>p<q zq0kept</p>',
    'words behind a quote that is never closed': "<p class='x>x</p>\n\nzq0kept",
    'half a character in an address of an image': "<img src='\ud800' alt=x>",
    'half a character in the label of a footnote': 'x[^\ud800]\n\n[^\ud800]: y',
    'a quotation from code behind a mark of direction':
      '<blockquote cite="\u202ejavascript:alert(1)">x</blockquote>',
    'a quotation from code with a space of no width':
      '<blockquote cite="javascript&#8203;:alert(1)">x</blockquote>',
    'words behind the start of a CDATA section': '<![CDATA[\nx> zq0kept',
    'words in a CDATA section': 'x <![CDATA[ zq0kept ]]>',
    'a message as long as the address it names': `[x](${'y'.repeat(5000)})`,
    'a message as long as the address of an image': `![x](${'y'.repeat(5000)})`,
    'thousands of signs of emphasis in one paragraph': '*a_'.repeat(8000),
    'thousands of signs of strong emphasis in one word': `${'**x'.repeat(20_000)} zq0kept`,
    'words behind a style in a form in a formula':
      '<form><math><mtext></form><form><mglyph><style></math><img src>\n\nzq0kept\n',
    'a class of the site in the language of some code': '```x&#10;skip-link\nzq0kept\n```\n',
    'a message as long as the language of some code': `\`\`\`${'y'.repeat(5000)}\nx\n\`\`\`\n`,
    'words behind a style in a formula':
      '<math><style></math><img src onerror=alert(1)>\n\nzq0kept\n',
    'thousands of equal headings': '# x\n'.repeat(10_000),
    'thousands of images in one paragraph': `words ${'![](x.png)'.repeat(8000)}`,
    'thousands of footnotes in one another': `${'[^1]: '.repeat(5000)}zq0kept`,
  },
  frontMatter: {
    'a build without end, for a field with a bracket in its name': 'title: x\ntags[]: x\n',
    'a build without end, for a field that is no text':
      "? x: [1, true, {}]\n: y\ntitle: x\npublishDate: '2024-03-10'\n",
    'a message as long as the name of an alias': `title: *${'y'.repeat(5000)}\n`,
    'a message as long as the name of a tag': `title: !<${'y'.repeat(5000)}> x\n`,
    'a message as long as the name of a field': `${'y'.repeat(5000)}: x\n`,
  },
};
