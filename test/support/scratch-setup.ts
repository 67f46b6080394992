/** One folder for the temporary files of a whole test run; it goes when the run ends. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the folder. */
    scratch: string;
  }
}

export default function setup(project: TestProject): () => void {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'perennial-tests-')));
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}
