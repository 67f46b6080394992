/** Lists skipped tests with the reason, and prints one line of counts. */
import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  /** With `TEST_SUMMARY_FILE` set, the line of counts is also written to that file. */
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    for (const test of skipped) console.log(`skipped: ${nameOf(test)}`);
    for (const test of tests.filter((one) => one.diagnostic()?.flaky === true))
      console.log(`failed at first, then passed: ${nameOf(test)}`);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed =
      tests.length - passed - skipped.length + brokenGroups(modules) + unhandled.length;
    const line = `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
    console.log(line);
    const file = process.env['TEST_SUMMARY_FILE'];
    if (file !== undefined && file !== '') writeFileSync(file, `${line}\n`);
  }
}

function nameOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const name = `${test.module.relativeModuleId} > ${test.fullName}`;
  return note === undefined ? name : `${name} (${note})`;
}

/** Files that could not be loaded, and groups whose preparation failed. */
function brokenGroups(modules: readonly TestModule[]): number {
  return modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((group) => group.errors().length > 0).length;
}
