/** Brings a blog into the content folder. It is read twice: to plan, and to convert one entry after another. */
import { bounded } from './bounded.ts';
import { ImportRun, type ImportOptions, type Remains } from './import-run.ts';
import { indexBlog } from './index-blog.ts';
import type { Blog } from './model.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import type { ImportResult } from './result.ts';
import { Ledger } from './write/ledger.ts';

export type { ImportOptions };

/**
 * @throws {SourceError} if the export or the settings cannot be read
 * @throws {ContentInTheWay} if the folder has another blog
 */
export async function importBlog(source: Blog, options: ImportOptions): Promise<ImportResult> {
  const blog = bounded(source);
  const ledger = new Ledger(options.contentDir);
  const { index, plan } = await prepare(blog, options, ledger);
  try {
    return await new ImportRun(blog, options, ledger, index, plan).run();
  } finally {
    index.comments.close();
  }
}

async function prepare(
  blog: Blog,
  { contentDir, force, onlyImages }: ImportOptions,
  ledger: Ledger,
): Promise<{ readonly index: Remains; readonly plan: ImportPlan }> {
  const all = await indexBlog(blog);
  try {
    const plan = planImport(all, blog.facts, contentDir, ledger, force || onlyImages);
    const { entries: _, ...index } = all;
    return { index, plan };
  } catch (error) {
    all.comments.close();
    throw error;
  }
}
