/** The tasks that the second thread can run. Their types are those of `WorkerThread.call`. */
import { writeImages } from '../outputs/images/publish.ts';
import { writeCards, type CardsOrder } from '../outputs/social-images/publish.ts';
import { writeBatch, writeOne } from '../publish/writer.ts';
import { relatedPosts } from '../site/related.ts';
import { finishBodies, parseBodies } from './render-bodies.ts';
import { writeFiles } from './write-files.ts';

const TASKS = {
  parseBodies,
  finishBodies,
  relatedPosts,
  writeFiles,
  writeImages,
  writeCards: (order: CardsOrder) => writeCards(order, writeOne),
  writeBatch,
};

type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;

/** What each task takes, reports on the way, and returns: plain data. */
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

/** The same tasks, typed so that the compiler sees which data belongs to which name. */
const BY_NAME: { readonly [Name in TaskName]: Task<Name> } = TASKS;

/** Runs a task on the thread that calls it. */
export async function runTask<Name extends TaskName>(
  name: Name,
  data: TaskData[Name],
  onPart: (part: TaskPart[Name]) => void,
): Promise<TaskResult[Name]> {
  return await BY_NAME[name](data, onPart);
}
