/** Tasks of the second thread; their types are those of `WorkerThread.call`. */
import { collectGarbage } from '../lib/heap-growth.ts';
import { cropped } from '../outputs/images/cropped.ts';
import { writeImages } from '../outputs/images/publish.ts';
import { writeCards } from '../outputs/social-images/publish.ts';
import { writeFile, type Destination } from '../publish/writer.ts';
import { relatedPosts } from '../site/related.ts';
import { finishBodies, parseBodies } from './render-bodies.ts';
import { writeFiles, writeSearch } from './write-files.ts';

/** Order for a function that writes files, and where to. */
type Written<Write extends (order: never, ...others: never) => unknown> = Parameters<Write>[0] & {
  readonly to: Destination;
};

function writer({ to }: { readonly to: Destination }) {
  return (path: string, bytes: Buffer): void => writeFile(to, path, bytes);
}

const TASKS = {
  parseBodies,
  finishBodies,
  relatedPosts,
  collectGarbage,
  writeFiles,
  writeSearch,
  writeImages: (order: Written<typeof writeImages>) => writeImages(order, writer(order)),
  writeCards: (order: Written<typeof writeCards>, onProgress: (done: number) => void) =>
    writeCards(order, writer(order), cropped, onProgress),
};

type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;

/** Arguments, intermediate results and results: plain data. */
export type TaskData = { [Name in TaskName]: Parameters<Tasks[Name]>[0] };
export type TaskPart = {
  [Name in TaskName]: Parameters<Tasks[Name]> extends [unknown, (part: infer Part) => void]
    ? Part
    : never;
};
export type TaskResult = { [Name in TaskName]: Awaited<ReturnType<Tasks[Name]>> };

type Task<Name extends TaskName> = (
  data: TaskData[Name],
  onPart: (part: TaskPart[Name]) => void,
) => TaskResult[Name] | Promise<TaskResult[Name]>;

/** Typed so that the compiler relates names and data. */
const BY_NAME: { readonly [Name in TaskName]: Task<Name> } = TASKS;

/** Runs a task on the calling thread. */
export async function runTask<Name extends TaskName>(
  name: Name,
  data: TaskData[Name],
  onPart: (part: TaskPart[Name]) => void,
): Promise<TaskResult[Name]> {
  return await BY_NAME[name](data, onPart);
}
