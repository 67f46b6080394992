/** Lets the builds of one size compete. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Contestant } from './contestants.ts';
import { measure } from './measure.ts';

/** What was measured of one build. */
export interface Result {
  readonly name: string;
  /** Why there is nothing to show. */
  readonly note?: string;
  /** Of the output after the last round. */
  readonly files: number;
  readonly bytes: number;
  /** One value a round, in the order of the rounds. */
  readonly seconds: readonly number[];
  readonly processorSeconds: readonly number[];
  readonly peaksMiB: readonly number[];
}

/**
 * Every build once a round, so that a slow minute of the machine hits all of
 * them. Round 0 brings the files into memory and does not count. A build that fails
 * takes part no more, and makes the exit code 1.
 * @param folder where the commands run
 * @param tell is told of each build
 */
export async function race(
  contestants: readonly Contestant[],
  runs: number,
  folder: string,
  tell: (line: string) => void,
): Promise<Result[]> {
  const records = contestants.map((contestant) => ({
    contestant,
    note: contestant.missing === undefined ? undefined : `skipped: ${contestant.missing}`,
    ...{ files: 0, bytes: 0 },
    seconds: new Array<number>(),
    processorSeconds: new Array<number>(),
    peaksMiB: new Array<number>(),
  }));
  for (let round = 0; round <= runs; round++) {
    for (const record of records) {
      if (record.note !== undefined) continue;
      const { name, output, setUp, command } = record.contestant;
      try {
        setUp(round);
        const { seconds, processorSeconds, peakMiB } = await measure(command, folder);
        tell(`round ${round} of ${runs}: ${name} ${seconds.toFixed(2)} s`);
        if (round === 0) continue;
        Object.assign(record, sizeOf(output));
        record.seconds.push(seconds);
        if (processorSeconds !== undefined) record.processorSeconds.push(processorSeconds);
        if (peakMiB !== undefined) record.peaksMiB.push(peakMiB);
      } catch (error) {
        record.note = `failed: ${error instanceof Error ? error.message : String(error)}`;
        process.exitCode = 1;
      }
    }
  }
  for (const { output } of contestants) rmSync(output, { recursive: true, force: true });
  return records.map(({ contestant, note, ...figures }) => ({
    name: contestant.name,
    ...figures,
    ...(note !== undefined && { note }),
  }));
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
