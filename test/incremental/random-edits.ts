/** A small blog, and random edits of it as its owner makes them. */
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { randomFrom } from '../support/random.ts';
import { writeFiles } from '../support/scratch.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2024, 5, 1);
const WORDS = 'rose bee frost soil apple fern moss rain hedge wren path seed'.split(' ');
const TAGS = ['Garden', 'Bees', 'Weather', 'Trees'];
const AUTHORS = ['Ada Field', 'Ben Moor', 'Cleo Hill'];
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  title: ['The garden', 'A garden diary'],
  description: ['What grows.', 'What grows, and what does not.'],
  language: ['en', 'de'],
  languages: ['[en, de]', '[]'],
  pageSize: ['5', '3'],
  home: ['lead', 'list', 'cards'],
  feedSize: ['25', '4'],
  feedContent: ['full', 'summary'],
  timeZone: ['UTC', 'Asia/Tokyo'],
  lists: ['{}', '{ readingTime: true, thumbnails: true }'],
  navigation: ['[]', '[{ text: About, url: /about/ }]'],
  url: ['https://garden.example/', 'https://garden.example/diary/'],
  qrCode: ['false', 'true'],
  host: ['static', 'netlify', 'nginx'],
};

export class RandomBlog {
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  now = START;
  drafts = false;
  readonly #below: (limit: number) => number;
  readonly #settings = new Map(Object.entries(SETTINGS).map(([name, [value]]) => [name, value]));
  #made = 0;

  /** @param content folder to make */
  constructor(content: string, seed: number) {
    this.content = content;
    this.#below = randomFrom(seed);
    writeFiles(content, {
      'pages/about.md': '---\ntitle: About\n---\n\nThis is a garden.\n',
      'authors/ada-field.json': '{ "name": "Ada Field", "bio": "Digs." }',
    });
    this.#writeSettings();
    for (let post = 0; post < 8; post++) this.#addPost();
  }

  /**
   * @param output folder with the last output
   * @param cache folder of all caches
   * @returns what was done, for messages
   */
  async edit(output: string, cache: string): Promise<string> {
    const edits: readonly (() => string | Promise<string>)[] = [
      () => this.#rewrite('text', (text) => `${text}\n${this.#sentence()}\n`),
      () => this.#rewrite('text', (text) => text.replace(/\n\n[^]*$/, `\n\n${this.#sentence()}\n`)),
      () => this.#field('title', `${this.#word()} and ${this.#word()} ${this.#made++}`),
      () => this.#field('publishDate', this.#date()),
      () => this.#field('updatedDate', '2025-01-02T08:00:00Z'),
      () => this.#field('tags', `[${this.#some(TAGS).join(', ')}]`),
      () => this.#field('author', this.#one(AUTHORS)),
      () => this.#field('description', this.#sentence()),
      () => this.#field('series', 'The year'),
      () => this.#field('language', this.#one(['en', 'de'])),
      () => this.#field('pinned', this.#one(['true', 'false'])),
      () => this.#field('published', this.#one(['true', 'false'])),
      () => this.#field('slug', `${this.#word()}-${this.#made++}`),
      () => this.#link(),
      () => this.#rename(),
      () => this.#delete(),
      () => this.#addPost(),
      () => this.#picture(),
      () => this.#setting(),
      () => this.#setting(),
      () => this.#file('theme/slots/before-footer.md', `${this.#sentence()}\n`),
      () => this.#file('theme/slots/header.md', `${this.#sentence()}\n`),
      () => this.#file('theme/theme.css', `main { --made: ${this.#made++}; }\n`),
      () =>
        this.#file(
          'theme/templates/components/post-count.tsx',
          `export const PostCount = ({ posts }: { posts: readonly unknown[] }) => <b>${this.#word()} {posts.length}</b>;\n`,
        ),
      () => this.#file('public/notes.txt', this.#sentence()),
      () => this.#file('pages/about.md', `---\ntitle: About\n---\n\n${this.#sentence()}\n`),
      () => this.#file('pages/404.md', `---\ntitle: Gone\n---\n\n${this.#sentence()}\n`),
      () =>
        this.#file(
          'authors/ada-field.json',
          `{ "name": "Ada Field", "bio": "${this.#sentence()}" }`,
        ),
      () => this.#file('redirects.yaml', `/${this.#word()}/: /about/\n`),
      () => this.#wait(),
      () => this.#toggleDrafts(),
      () => this.#damage(output),
      () => this.#damage(cache),
    ];
    return await this.#one(edits)();
  }

  #rewrite(what: string, change: (text: string) => string): string {
    const file = this.#post('index.md');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return `${what} of ${path.basename(path.dirname(file))}`;
  }

  #field(name: string, value: string): string {
    const line = `${name}: ${value}\n`;
    const old = new RegExp(`^${name}: .*\\n`, 'm');
    return this.#rewrite(name, (text) =>
      old.test(text) ? text.replace(old, line) : text.replace(/^---\n/, `---\n${line}`),
    );
  }

  #link(): string {
    return this.#rewrite('link', (text) => `${text}\n[See](../${this.#slug()}/).\n`);
  }

  #rename(): string {
    const slug = this.#slug();
    const name = `renamed-${this.#made++}`;
    renameSync(this.#posts(slug), this.#posts(name));
    return `rename ${slug} to ${name}`;
  }

  #delete(): string {
    const slug = this.#slug();
    if (readdirSync(this.#posts()).length > 3) rmSync(this.#posts(slug), { recursive: true });
    return `delete ${slug}`;
  }

  #addPost(): string {
    const slug = `post-${this.#made++}`;
    const fields = `title: ${this.#word()} ${this.#made++}\npublishDate: ${this.#date()}`;
    const tags = `tags: [${this.#some(TAGS).join(', ')}]\nauthor: ${this.#one(AUTHORS)}\nlanguage: ${this.#one(['en', 'de'])}`;
    const text = `${this.#sentence()}\n\n## ${this.#word()}\n\n${this.#sentence()}`;
    writeFiles(this.#posts(slug), { 'index.md': `---\n${fields}\n${tags}\n---\n\n${text}\n` });
    return `add ${slug}`;
  }

  async #picture(): Promise<string> {
    const background = { r: this.#below(256), g: this.#below(256), b: this.#below(256) };
    const image = sharp({ create: { width: 900, height: 500, channels: 3, background } });
    const folder = this.#posts(this.#slug());
    writeFileSync(path.join(folder, 'bed.png'), await image.png().toBuffer());
    const file = path.join(folder, 'index.md');
    const text = readFileSync(file, 'utf8');
    if (!text.includes('bed.png')) writeFileSync(file, `${text}\n![A bed](bed.png)\n`);
    return `picture of ${path.basename(folder)}`;
  }

  #setting(): string {
    const name = this.#one(Object.keys(SETTINGS));
    this.#settings.set(name, this.#one(SETTINGS[name] ?? []));
    this.#writeSettings();
    return `${name}: ${this.#settings.get(name)}`;
  }

  #writeSettings(): void {
    const lines = [...this.#settings].map(([name, value]) => `${name}: ${value}\n`);
    writeFiles(this.content, { 'site.yaml': lines.join('') });
  }

  /** Writes a file of the blog, or removes it. */
  #file(name: string, text: string): string {
    const file = path.join(this.content, name);
    const isKept = name.startsWith('pages/about') || name.startsWith('authors/');
    const goes = !isKept && existsSync(file) && this.#below(3) === 0;
    if (goes) rmSync(file);
    else writeFiles(this.content, { [name]: text });
    return `${goes ? 'remove' : 'write'} ${name}`;
  }

  #wait(): string {
    this.now += this.#below(40) * DAY;
    return `wait until ${new Date(this.now).toISOString()}`;
  }

  #toggleDrafts(): string {
    this.drafts = !this.drafts;
    return `drafts: ${this.drafts}`;
  }

  /** What other programs do to files. */
  #damage(folder: string): string {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.'),
    );
    const { parentPath, name } = this.#one(files);
    const file = path.join(parentPath, name);
    if (this.#below(2) === 0) rmSync(file);
    else writeFileSync(file, 'Damaged');
    return `damage ${path.relative(folder, file)}`;
  }

  #posts(slug = ''): string {
    return path.join(this.content, 'posts', slug);
  }

  #slug(): string {
    return this.#one(readdirSync(this.#posts()).toSorted());
  }

  #post(file: string): string {
    return path.join(this.#posts(this.#slug()), file);
  }

  /** Some dates are still to come. */
  #date(): string {
    const time = START + (this.#below(500) - 400) * DAY;
    return new Date(time).toISOString().slice(0, 10);
  }

  #word(): string {
    return this.#one(WORDS);
  }

  #sentence(): string {
    const words = Array.from({ length: 6 + this.#below(20) }, () => this.#word());
    return `The ${words.join(' ')} ${this.#made++}.`;
  }

  #some(values: readonly string[]): string[] {
    return values.filter(() => this.#below(2) === 0);
  }

  #one<Value>(values: readonly Value[]): Value {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }
}
