/** Creates one temporary folder per test run and removes it at the end. */
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the folder. */
    scratch: string;
  }
}

export default function setup(project: TestProject): () => Promise<void> {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'perennial-tests-')));
  project.provide('scratch', scratch);
  // Not the synchronous one, which would keep Vitest from seeing that its workers have ended.
  return () => rm(scratch, { recursive: true, force: true });
}
