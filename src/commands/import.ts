/** `npm run import`: brings an export of another platform into the content folder. */
import { join } from 'node:path';
import { importBlog, type ImportOptions } from '../import/import.ts';
import type { Blog } from '../import/model.ts';
import { Pictures } from '../import/pictures/pictures.ts';
import { ContentInTheWay } from '../import/present-content.ts';
import { withPublicNames } from '../import/public-names.ts';
import { findBlogs, type FoundBlogs } from '../import/readers/detect.ts';
import { fetchFeed } from '../import/fetch-feed.ts';
import { openSource } from '../import/source/open-source.ts';
import { SourceError, type Source } from '../import/source/source.ts';
import { FORMATS } from '../import/readers/reader.ts';
import { CACHE_DIR } from '../lib/cache.ts';
import { collectGarbage, keepHeapSmall } from '../lib/heap-growth.ts';
import { reasonOf } from '../publish/fs-errors.ts';
import { visibleLines } from '../report/visible.ts';
import type { Command } from './command.ts';
import { readImportFlags, type ImportFlags } from './import-flags.ts';
import { IMPORT_REPORT, writeReport } from './import-report.ts';
import { importWords } from './import-words.ts';
import { checkOutputFile } from './output-file.ts';
import { progress, showProgress } from './progress.ts';
import { Reporter, SUCCESS, USAGE_ERROR } from './reporter.ts';
import { exitOnSignals } from './signals.ts';

const USAGE = `Usage: npm run import -- SOURCE... [options]

  SOURCE           export of the old blog: a file, a zip, a folder, several of
                   these, or the address of a feed

  --from NAME      its format, instead of finding it out:
${wrapped(FORMATS)}
  --blog NAME      which blog, if there are several in it
  --url URL        address of the old blog, if the export does not tell
  --content DIR    content folder (default: content)
  --dry-run        say what would happen, and write nothing
  --force          replace what is there; the old files move to before-import/
  --no-download    take pictures from the export only
  --only-images    fetch the pictures for a later import, and write nothing else
  --allow-private  also fetch from addresses in private networks
  --strict         fail if something was lost without a reason
  --report FILE    also write a report: JSON or HTML, by its ending
  --help           print this text`;

/** Pictures that have been fetched stay here for the next run. */
const PICTURES = join(CACHE_DIR, 'import');

/** Bytes of an export for which memory matters more than time. */
const LARGE = 64 * 1024 * 1024;
/** Entries that are in memory then. */
const FEW = 2;

export const importCommand: Command = {
  usage: USAGE,
  async run(args) {
    const flags = readImportFlags(args);
    const reporter = new Reporter('import', 'text');
    const unusable =
      flags.report === undefined ? undefined : checkOutputFile(flags.report, IMPORT_REPORT);
    if (unusable !== undefined) return reporter.failure(unusable, USAGE_ERROR);
    const step = progress(false);
    const endSaving = keepHeapSmall();
    const endListening = exitOnSignals(() => {
      step(undefined);
      reporter.failure('The import was stopped. Run it again to finish it.');
    });
    let source: Source | undefined;
    try {
      step('Opening the export');
      source = await openSource(flags.sources);
      const isLarge = sizeOf(source) >= LARGE;
      if (isLarge) collectGarbage();
      else endSaving();
      const found = await findBlogs(source, { url: flags.url, fetch: fetchFeed }, flags.format);
      const blog = await choose(found, flags.blog).open();
      const atATime = isLarge ? FEW : undefined;
      return await bring(blog, found.reader.label, { ...flags, atATime }, reporter);
    } catch (error) {
      step(undefined);
      return explain(error, reporter);
    } finally {
      await source?.close();
      endListening();
      endSaving();
    }
  },
};

async function bring(
  blog: Blog,
  label: string,
  flags: ImportFlags & Pick<ImportOptions, 'atATime'>,
  reporter: Reporter,
): Promise<number> {
  const step = progress(false);
  const { contentDir, dryRun, force, onlyImages, download, allowPrivate, report, atATime } = flags;
  step('Reading the export');
  const result = await importBlog(withPublicNames(withUrl(blog, flags.url)), {
    ...{ contentDir, dryRun, force, onlyImages, atATime },
    pictures: new Pictures({ cacheDir: PICTURES, download, allowPrivate }),
    onProgress: showProgress(step, 'Importing'),
  });
  step(undefined);
  const { title } = blog.facts;
  console.log(visibleLines(importWords(result, { label, title, ...flags })));
  if (report !== undefined) {
    const failure = writeReport(report, result, { title: title ?? 'A blog', source: label });
    if (failure !== undefined) return reporter.failure(failure);
    console.log(`The report is in ${report}.`);
  }
  if (flags.strict && result.account.hasLosses)
    return reporter.failure('Something of the old blog is missing, and the reason is not known.');
  return SUCCESS;
}

function sizeOf({ files }: Source): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

class UnclearBlog extends Error {}

/** The address that the user has given counts. */
function withUrl(blog: Blog, url: string | undefined): Blog {
  return url === undefined ? blog : { ...blog, facts: { ...blog.facts, url } };
}

/** @throws {UnclearBlog} if it is unclear which blog is meant */
function choose({ blogs }: FoundBlogs, name: string | undefined): FoundBlogs['blogs'][number] {
  const [first, ...others] = blogs;
  const listed = blogs.map((blog) => `"${blog.name}"`).join(', ');
  if (first === undefined) throw new Error('A reader has found no blog.');
  if (name === undefined) {
    if (others.length === 0) return first;
    throw new UnclearBlog(`The export has several blogs: ${listed}. Choose one with --blog.`);
  }
  const chosen =
    blogs.find((blog) => blog.name === name) ??
    blogs.find((blog) => blog.name.toLowerCase() === name.toLowerCase());
  if (chosen === undefined)
    throw new UnclearBlog(`The export has no blog "${name}". It has: ${listed}.`);
  return chosen;
}

/** @returns the exit code */
function explain(error: unknown, reporter: Reporter): number {
  if (error instanceof ContentInTheWay || error instanceof UnclearBlog)
    return reporter.failure(error.message, USAGE_ERROR);
  if (error instanceof SourceError) return reporter.failure(error.message);
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  return reporter.failure(
    `The import stopped: ${reason}. Mend that, and run it again to finish it.`,
  );
}

/** Names in lines of a usage. */
function wrapped(names: readonly string[]): string {
  const indent = ' '.repeat(19);
  const lines = [''];
  for (const name of names) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? name : `${line}, ${name}`;
    if (longer.length > 58) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => indent + line).join(',\n');
}
