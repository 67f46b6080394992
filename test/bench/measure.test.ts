/** What the benchmark measures of a command. */
import { expect, it } from 'vitest';
import { measure } from './measure.ts';

const BUSY =
  'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);';

it('counts the processor time of a command and of its children', async () => {
  const child = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(BUSY)}]);`;
  const { seconds, processorSeconds } = await measure(
    [process.execPath, '-e', child],
    process.cwd(),
  );
  expect(seconds).toBeGreaterThan(0.3);
  expect(processorSeconds).toBeGreaterThan(0.3);
  expect(processorSeconds).toBeLessThan(3);
});

it('counts no time in which a command waits', async () => {
  const { seconds, processorSeconds } = await measure(['sleep', '0.3'], process.cwd());
  expect(seconds).toBeGreaterThan(0.3);
  expect(processorSeconds).toBeLessThan(0.1);
});

it('says what a command printed that failed', async () => {
  await expect(measure(['sh', '-c', 'echo broken >&2; exit 3'], process.cwd())).rejects.toThrow(
    'exit code 3: broken',
  );
});
