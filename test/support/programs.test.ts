/** Lookup of programs on the path. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProgram } from './programs.ts';

describe('findProgram', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'perennial-programs-'));
    vi.stubEnv('PATH', folder);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds a program under its second name', () => {
    const program = path.join(folder, 'wombat-browser');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    expect(findProgram(['wombat', 'wombat-browser'])).toBe(program);
  });

  it('ignores folders and files that are not executable', () => {
    mkdirSync(path.join(folder, 'wombat'));
    writeFileSync(path.join(folder, 'quokka'), '');
    chmodSync(path.join(folder, 'quokka'), 0o644);
    expect(findProgram(['wombat', 'quokka'])).toBeUndefined();
  });
});
