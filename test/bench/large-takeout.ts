/** A Takeout as large as those of blogs that had many readers. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { feedOf, settingsCsv, type TakeoutEntry } from '../support/takeout.ts';
import { randomFrom } from '../support/random.ts';

/** Of each four entries, one is a post and the others are comments on it. */
const COMMENTS = 3;

const WORDS =
  'the rose of a garden in spring and late summer grows where water light soil are never far from home'.split(
    ' ',
  );

/**
 * Writes it below a folder.
 * @param bytes size of the feed; about
 */
export function makeLargeTakeout(folder: string, entries: number, bytes: number): void {
  const blog = path.join(folder, 'Takeout/Blogger/Blogs/Garden');
  mkdirSync(blog, { recursive: true });
  const settings = openSync(path.join(blog, 'settings.csv'), 'w');
  writeSync(settings, settingsCsv({ blog_name: 'Garden', blog_subdomain: 'garden' }));
  closeSync(settings);
  const feed = openSync(path.join(blog, 'feed.atom'), 'w');
  const [head = '', tail = ''] = feedOf([]).split('\n\n');
  writeSync(feed, `${head}\n`);
  const random = randomFrom(1);
  const length = bytes / (entries / (COMMENTS + 1) + 1);
  for (let number = 1; number <= entries; number += COMMENTS + 1)
    for (const entry of postWithComments(number, length, random)) {
      // The head and the end of a feed are there already.
      const xml = feedOf([entry]);
      writeSync(feed, xml.slice(xml.indexOf('<entry>'), xml.lastIndexOf('</feed>')));
    }
  writeSync(feed, tail);
  closeSync(feed);
}

function postWithComments(
  number: number,
  length: number,
  random: (below: number) => number,
): TakeoutEntry[] {
  const month = String(1 + (number % 12)).padStart(2, '0');
  const year = 2005 + (number % 20);
  const published = `${year}-${month}-02T10:00:00Z`;
  const title = textOf(40, random);
  const post: TakeoutEntry = {
    ...{ number, title, published, html: htmlOf(length, random) },
    labels: [`label ${random(300)}`, `label ${random(300)}`],
    filename: `/${year}/${month}/${title.replaceAll(' ', '-')}-${number}.html`,
  };
  const comments = Array.from({ length: COMMENTS }, (_, index): TakeoutEntry => ({
    ...{ type: 'COMMENT', number: number + index + 1, published, author: textOf(10, random) },
    html: textOf(300, random),
    more: `<blogger:parent>tag:blogger.com,1999:blog-7.post-${number}</blogger:parent>`,
  }));
  return [post, ...comments];
}

/** Paragraphs with links, pictures and emphasis. */
function htmlOf(length: number, random: (below: number) => number): string {
  let html = '';
  while (html.length < length * 0.9) {
    const kind = random(12);
    if (kind === 0)
      html += `<div class="separator"><a href="https://1.bp.blogspot.com/x/s1600/${random(1e9)}.jpg"><img src="https://1.bp.blogspot.com/x/s320/${random(1e9)}.jpg" /></a></div>`;
    else if (kind === 1) html += `<h3>${textOf(40, random)}</h3>`;
    else
      html += `${textOf(300, random)} <b>${textOf(20, random)}</b> <a href="https://example.com/${random(1e9)}">${textOf(20, random)}</a> ${textOf(200, random)}<br /><br />\n`;
  }
  return html;
}

function textOf(length: number, random: (below: number) => number): string {
  let text = WORDS[random(WORDS.length)] ?? '';
  while (text.length < length) text += ` ${WORDS[random(WORDS.length)] ?? ''}`;
  return text;
}
