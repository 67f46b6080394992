/** Publishes all blogs in alternating rounds. */
import path from 'node:path';
import { editPost } from '../edit-post.ts';
import type { Blog } from './blogs.ts';
import { publishBlog, type Steps } from './publish-blog.ts';
import type { Row } from './publish-report.ts';
import { commitAll } from './repository.ts';

/**
 * Round 0 fills the caches, npm's too, and does not count. A blog that fails takes part no more,
 * and makes the exit code 1.
 * @param folder for clones and caches
 * @param tell is told of each run
 */
export async function publishBlogs(
  blogs: readonly Blog[],
  runs: number,
  folder: string,
  tell: (line: string) => void,
): Promise<Row[]> {
  const records = blogs.flatMap((blog) =>
    statesOf(blog).map((cache) => ({
      ...{ blog, cache, runs: new Array<Steps>() },
      note: blog.missing === undefined ? undefined : `skipped: ${blog.missing}`,
    })),
  );
  for (let round = 0; round <= runs; round++) {
    for (const { repository, posts } of blogs) {
      editPost(path.join(repository, posts), round, runs + 1);
      commitAll(repository, `Edit a post, round ${round}`);
    }
    for (const record of records) {
      if (record.note !== undefined) continue;
      const { blog, cache } = record;
      const kept = cache === 'kept' ? path.join(folder, 'kept', `${blog.name}.tar`) : undefined;
      try {
        const steps = await publishBlog(blog, path.join(folder, 'run'), kept);
        tell(
          `round ${round} of ${runs}: ${blog.name}, cache: ${cache}, ${steps.total.toFixed(1)} s`,
        );
        if (round > 0) record.runs.push(steps);
      } catch (error) {
        record.note = `failed: ${error instanceof Error ? error.message : String(error)}`;
        process.exitCode = 1;
      }
    }
  }
  return records.map(({ blog, cache, note, ...figures }) => ({
    ...{ name: blog.name, work: blog.work, cache, ...figures },
    ...(note !== undefined && { note }),
  }));
}

function statesOf({ caches }: Blog): Row['cache'][] {
  return caches.length === 0 ? ['none'] : ['empty', 'kept'];
}
