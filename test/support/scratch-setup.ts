/** Creates one temporary folder per test run and removes it at the end. */
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
