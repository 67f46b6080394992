/** A blog that is edited at random for a long time: no address is lost without a warning. */
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LoadCache, loadWithProblems, type LoadResult } from '../../src/build/load-site.ts';
import { foldPath } from '../../src/lib/paths.ts';
import type { Published } from '../../src/site/model.ts';
import { randomFrom } from '../support/random.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

const POSTS = 50;
const EDITS = 60;
const TAGS = ['Red', 'red', 'C', 'C#', 'C!', 'Herb garden', 'Node.js'];

interface Draft {
  folder: string;
  readonly title: string;
  day: string;
  tags: readonly string[];
  isPublished: boolean;
  guid?: string;
}

/** A blog and its owner, who follows the advice of each load. */
class Blog {
  readonly #random: (below: number) => number;
  readonly #content = folderWith({ 'site.yaml': 'title: A garden\nurl: https://g.example/\n' });
  readonly #publicDir = folderWith({});
  readonly #cache = new LoadCache();
  readonly #posts: Draft[] = [];
  /** Lines of `redirects.yaml` by source. */
  readonly #rules = new Map<string, string>();
  #count = 0;
  #previous: Published | undefined;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    for (let count = 0; count < POSTS; count++) this.#add();
  }

  /** A random edit; returns what it was. */
  edit(): string {
    const post = this.#pick(this.#posts);
    const edits: Readonly<Record<string, () => void>> = {
      add: () => this.#add(),
      rename: () => {
        const folder = `${post.folder.replace(/-\d+$/, '')}-${this.#random(3)}`;
        if (this.#posts.some((other) => other.folder === folder)) return;
        renameSync(this.#folderOf(post.folder), this.#folderOf(folder));
        post.folder = folder;
      },
      retag: () => (post.tags = this.#someTags()),
      redate: () => (post.day = this.#someDay()),
      publish: () => (post.isPublished = !post.isPublished),
      remove: () => {
        rmSync(this.#folderOf(post.folder), { recursive: true });
        this.#posts.splice(this.#posts.indexOf(post), 1);
      },
    };
    const name = this.#pick(Object.keys(edits));
    edits[name]?.();
    if (this.#posts.includes(post)) this.#write(post);
    return `${name} ${post.folder}`;
  }

  /** Loads, and follows the advice until there is none. Returns the codes of the first and last load. */
  async build(): Promise<{ readonly found: readonly string[]; readonly left: readonly string[] }> {
    const first = await this.#load();
    let result = first;
    for (let round = 0; round < 3 && this.#follow(result); round++) result = await this.#load();
    this.#previous = result.site.published;
    return { found: codesOf(first), left: codesOf(result) };
  }

  /** Ids in feeds by title. */
  async ids(): Promise<ReadonlyMap<string, string>> {
    const { site } = await this.#load();
    return new Map(site.posts.map(({ title, guid }) => [title, guid]));
  }

  /** Folded files of everything that the site answered at the last build, and of what is gone. */
  async answered(): Promise<ReadonlySet<string>> {
    const { site } = await this.#load();
    const { exact, gone } = site.redirects;
    return new Set([
      ...site.published.pages.map((page) => foldPath(page.path)),
      ...[...exact, ...gone].map(({ from }) => foldPath(from)),
    ]);
  }

  #load(): Promise<LoadResult> {
    return loadWithProblems({
      contentDir: this.#content,
      publicDir: this.#publicDir,
      previous: this.#previous,
      cache: this.#cache,
      drafts: false,
      now: Date.UTC(2025, 0),
    });
  }

  /** Pastes the lines of the messages, and removes redirects that are in the way. */
  #follow({ problems }: LoadResult): boolean {
    const sources = [...this.#rules.keys()];
    let isChanged = false;
    for (const { code, file, field, message } of problems) {
      const [, guid] = / guid: (".*")$/.exec(message) ?? [];
      const post = this.#posts.find(({ folder }) => file.endsWith(`/${folder}/index.md`));
      if (guid !== undefined && post !== undefined) {
        post.guid = String(JSON.parse(guid));
        this.#write(post);
        isChanged = true;
      }
      const rule = sources[Number(/^redirects\[(\d+)\]/.exec(field ?? '')?.[1])];
      const pasted = /(?<line>- \{ from: (?<from>[^,]+), .*)$/.exec(message)?.groups;
      if (code === 'address-lost' && pasted !== undefined)
        this.#rules.set(String(pasted['from']), String(pasted['line']));
      else if (rule !== undefined && code !== 'redirect-target-missing') this.#rules.delete(rule);
      else continue;
      isChanged = true;
    }
    const lines = [...this.#rules.values()];
    writeFiles(this.#content, { 'redirects.yaml': `redirects: [\n]\n` });
    if (lines.length > 0)
      writeFiles(this.#content, { 'redirects.yaml': `redirects:\n  ${lines.join('\n  ')}\n` });
    return isChanged;
  }

  #add(): void {
    const title = `Story ${++this.#count}`;
    const folder = `story-${this.#count}-0`;
    const post = { folder, title, day: this.#someDay(), tags: this.#someTags(), isPublished: true };
    this.#posts.push(post);
    this.#write(post);
  }

  #write({ folder, title, day, tags, isPublished, guid }: Draft): void {
    const fields = { title, publishDate: day, tags, published: isPublished, guid };
    writeFiles(this.#folderOf(folder), {
      'index.md': `---\n${JSON.stringify(fields)}\n---\n\nThe text of ${title}.\n`,
    });
  }

  #folderOf(name: string): string {
    return path.join(this.#content, 'posts', name);
  }

  #someDay(): string {
    return `202${this.#random(4)}-0${this.#random(4) + 1}-1${this.#random(9)}`;
  }

  #someTags(): string[] {
    return [...new Set([this.#pick(TAGS), this.#pick(TAGS)])];
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#random(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }
}

function codesOf({ problems }: LoadResult): string[] {
  return problems.map(({ code }) => code).filter((code) => code !== 'address-shared');
}

describe('a blog edited at random', () => {
  it('keeps every address that it ever had, and every id', async () => {
    const blog = new Blog(1);
    await blog.build();
    const ever = new Set<string>();
    const seen = new Set<string>();
    for (let edit = 0; edit < EDITS; edit++) {
      for (const file of await blog.answered()) ever.add(file);
      const ids = await blog.ids();
      const what = blog.edit();
      const { found, left } = await blog.build();
      expect(left, what).toEqual([]);
      for (const code of found) seen.add(code);
      const answered = await blog.answered();
      expect(
        [...ever].filter((file) => !answered.has(file)),
        what,
      ).toEqual([]);
      for (const [title, id] of await blog.ids()) expect(id, what).toBe(ids.get(title) ?? id);
    }
    expect(ever.size).toBeGreaterThan(100);
    expect(seen).toContain('address-lost');
    expect(seen).toContain('redirect-target-missing');
    expect(seen).toContain('feed-id-changed');
  });
});
