/** Entry point of the second thread: runs the tasks that it is sent, and answers with their ids. */
import { parentPort } from 'node:worker_threads';
import { runTask, type TaskName } from './tasks.ts';
import type { Answer, Call } from './worker-thread.ts';

parentPort?.on('message', async <Name extends TaskName>({ id, name, data }: Call<Name>) => {
  try {
    const result = await runTask(name, data, (part) => send({ id, type: 'part', value: part }));
    send({ id, type: 'result', value: result });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    // Messages keep the message and the stack of an error, but not its code, path or name.
    send({ id, type: 'error', value: error, properties: { ...error } });
  }
});

function send(answer: Answer): void {
  parentPort?.postMessage(answer);
}
