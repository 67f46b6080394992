/** Carries out a planned import: converts and writes one entry after another. */
import { COMMENTS } from '../content/read-comments.ts';
import { commentsId, convertComments, readComments } from './convert-comments.ts';
import { convertEntry, sourceOf, type ConvertContext } from './convert-entry.ts';
import { joined } from '../lib/disk-list.ts';
import { inOrder } from './in-order.ts';
import type { BlogIndex } from './index-blog.ts';
import type { Blog, ImportedComment, ImportedEntry } from './model.ts';
import type { Pictures } from './pictures/pictures.ts';
import type { ImportPlan } from './plan-import.ts';
import { ownNames } from './present-content.ts';
import { Tally, type ImportResult } from './result.ts';
import { authorId, authorOutput, namedAuthors, siteOutputs, textOutput } from './site-outputs.ts';
import type { Ledger } from './write/ledger.ts';
import { folderOf, mainFile } from './write/names.ts';
import { isImported, Writer, type Effect, type Output } from './write/writer.ts';

export interface ImportOptions {
  readonly contentDir: string;
  readonly pictures: Pick<Pictures, 'obtain' | 'missing'>;
  /** Says what would happen, and writes nothing. */
  readonly dryRun: boolean;
  /** Replaces files that are there, or that their owner has changed. */
  readonly force: boolean;
  /** Obtains the pictures, so that a later import has them, and writes nothing else. */
  readonly onlyImages: boolean;
  /** Entries that wait for their pictures side by side. */
  readonly atATime?: number | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** What remains of the index; the plan has all that is needed of its entries. */
export type Remains = Omit<BlogIndex, 'entries'>;

/** As many as downloads from one host. */
const AT_A_TIME = 6;

export class ImportRun {
  readonly #blog: Blog;
  readonly #options: ImportOptions;
  readonly #ledger: Ledger;
  readonly #index: Remains;
  readonly #plan: ImportPlan;
  readonly #writer: Writer;
  readonly #tally = new Tally();

  constructor(
    blog: Blog,
    options: ImportOptions,
    ledger: Ledger,
    index: Remains,
    plan: ImportPlan,
  ) {
    this.#blog = blog;
    this.#options = options;
    this.#ledger = ledger;
    this.#index = index;
    this.#plan = plan;
    this.#writer = new Writer(options.contentDir, ledger, options);
  }

  async run(): Promise<ImportResult> {
    const { onlyImages, dryRun } = this.#options;
    if (!onlyImages && this.#plan.siteText !== undefined)
      this.#write(textOutput('site.yaml', this.#plan.siteText));
    await this.#importEntries();
    if (!onlyImages) await this.#importOthers();
    if (!onlyImages && !dryRun) this.#ledger.finish();
    const { pictures } = this.#options;
    return {
      ...this.#tally,
      omissions: joined(
        this.#index.omissions,
        this.#plan.addresses.omissions,
        this.#tally.omissions,
      ),
      notices: joined(this.#index.notices, this.#tally.notices),
      missing: pictures.missing,
      replaced: this.#writer.replaced,
      unnamedHosts: this.#plan.unnamedHosts,
      absent: this.#plan.absent,
    };
  }

  async #importEntries(): Promise<void> {
    const all = this.#plan.paths.size;
    let done = 0;
    const { atATime = AT_A_TIME } = this.#options;
    const results = inOrder(this.#entries(), atATime, (entry) => this.#prepare(entry));
    for await (const finish of results) {
      finish();
      this.#options.onProgress?.(++done, all);
    }
  }

  /** Each entry of the plan once. */
  async *#entries(): AsyncGenerator<ImportedEntry> {
    const waiting = new Set(this.#plan.paths.keys());
    for await (const item of this.#blog.items())
      if ((item.type === 'post' || item.type === 'page') && item.status !== 'trashed')
        if (waiting.delete(item.id)) yield item;
  }

  #context(): ConvertContext {
    const { addresses, frontMatter, embedAddresses } = this.#plan;
    const { pictures } = this.#options;
    const { links } = addresses;
    return { blog: this.#blog, pictures, links, frontMatter, embedAddresses };
  }

  /** Everything that may be done beside other entries. @returns the rest, which writes */
  async #prepare(entry: ImportedEntry): Promise<() => void> {
    const { dryRun, onlyImages, contentDir } = this.#options;
    const path = this.#plan.paths.get(entry.id) ?? '';
    const comments = this.#index.comments.of(entry.id);
    if (dryRun) return () => this.#foresee(entry, path, comments);
    const { folder } = folderOf(path, entry.type);
    const plan = {
      path,
      legacyUrls: this.#plan.addresses.ofEntry(entry.id),
      taken: ownNames(contentDir, folder, this.#ledger, entry.id).add('index.md').add(COMMENTS),
    };
    const context = this.#context();
    const converted = await convertEntry(entry, plan, context);
    return () => {
      const { place, title } = entry;
      this.#tally.counts.picture += converted.pictures;
      if (onlyImages) return;
      this.#tally.addEntry(entry);
      this.#tally.addNotices(converted.notices, entry);
      this.#tally.addChanges(converted.changes, { place, title });
      const effect = this.#write(converted.output, true);
      if (isImported(effect)) this.#tally.account.add(converted.account, place, title);
      if (comments.length > 0 && effect !== 'removed')
        this.#writeComments(comments, entry, path, context);
    };
  }

  #writeComments(
    comments: readonly ImportedComment[],
    entry: ImportedEntry,
    path: string,
    context: ConvertContext,
  ): void {
    const converted = convertComments(comments, entry, path, context);
    const { output, count, omissions, accounts, notices } = converted;
    this.#tally.counts.comment += count;
    this.#tally.omissions.addAll(omissions);
    if (count === 0 || !isImported(this.#write(output))) return;
    this.#tally.addNotices(notices, entry);
    for (const account of accounts) this.#tally.account.add(account, account.place, account.title);
  }

  #foresee(entry: ImportedEntry, path: string, comments: readonly ImportedComment[]): void {
    const { type, id } = entry;
    this.#tally.addEntry(entry);
    const file = mainFile(path, type);
    const effect = this.#writer.foresee({ id, source: sourceOf(entry), path: file });
    this.#tally.addEffect(file, effect, true);
    if (comments.length === 0 || effect === 'removed') return;
    const { readable, omissions } = readComments(comments, entry, path, this.#context());
    this.#tally.counts.comment += readable.length;
    this.#tally.omissions.addAll(omissions);
    if (readable.length === 0) return;
    const output = { id: commentsId(entry), source: sourceOf(comments) };
    const place = folderOf(path, type).folder + COMMENTS;
    this.#tally.addEffect(place, this.#writer.foresee({ ...output, path: place }), false);
  }

  async #importOthers(): Promise<void> {
    const { pictures, dryRun } = this.#options;
    for (const [author, file] of namedAuthors(this.#index)) {
      const legacyUrls = this.#plan.addresses.ofAuthor(author.name);
      this.#tally.counts.author++;
      if (dryRun) {
        const id = authorId(author);
        const source = sourceOf({ author, legacyUrls });
        this.#tally.addEffect(file, this.#writer.foresee({ id, source, path: file }), false);
      } else this.#write(await authorOutput(author, file, legacyUrls, pictures, this.#blog));
    }
    for (const output of siteOutputs(this.#index, this.#plan.addresses)) this.#write(output);
    this.#tally.counts.tag = this.#index.tags.size;
    this.#tally.counts.redirect = this.#plan.addresses.redirects.length;
  }

  #write(output: Output, isEntry = false): Effect {
    const effect = this.#options.dryRun ? this.#writer.foresee(output) : this.#writer.write(output);
    this.#tally.addEffect(output.path, effect, isEntry);
    return effect;
  }
}
