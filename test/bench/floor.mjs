/**
 * The least that any generator of this kind does: split the front matter, render
 * the body, write the page. Usage: node floor.mjs CONTENT OUTPUT
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import matter from 'gray-matter';
import { marked } from 'marked';

const [content, output] = process.argv.slice(2);

for (const slug of readdirSync(path.join(content, 'posts'))) {
  const text = readFileSync(path.join(content, 'posts', slug, 'index.md'), 'utf8');
  // An options object keeps gray-matter from remembering every file.
  const { data, content: body } = matter(text, {});
  const [year, month] = String(data.publishDate).split('-');
  const folder = path.join(output, year, month, slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page(data.title, marked.parse(body)));
}

function page(title, body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>\n`;
}
