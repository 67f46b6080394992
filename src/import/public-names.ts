/** Names of people as they may be published: some platforms take an e-mail address for a name. */
import type { Blog, ImportedItem } from './model.ts';

const ADDRESS = /^([^\s@<>]+)@[^\s@<>.]+\.[^\s@<>]+$/;

/** The blog, in which names that are e-mail addresses end before the `@`. */
export function withPublicNames(blog: Blog): Blog {
  return {
    ...blog,
    async *items() {
      for await (const item of blog.items()) yield withPublicName(item);
    },
  };
}

function withPublicName(item: ImportedItem): ImportedItem {
  switch (item.type) {
    case 'post':
    case 'page':
      return { ...item, authors: item.authors.map(publicName) };
    case 'comment':
      return { ...item, author: publicName(item.author) };
    case 'author':
      return { ...item, name: publicName(item.name) };
    default:
      return item;
  }
}

function publicName(name: string): string {
  return ADDRESS.exec(name.trim())?.[1] ?? name;
}
