/** Swapping folders is atomic. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { swapFolders } from '../../src/publish/atomic-swap.ts';
import { Staging } from '../../src/publish/staging.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';

describe.runIf(process.platform === 'linux')('on Linux', () => {
  it('swaps two folders', () => {
    const folder = folderWith({ 'one/file': 'one', 'other/file': 'other' });
    expect(swapFolders(path.join(folder, 'one'), path.join(folder, 'other'))).toBe(true);
    expect(readFileSync(path.join(folder, 'one/file'), 'utf8')).toBe('other');
    expect(readFileSync(path.join(folder, 'other/file'), 'utf8')).toBe('one');
  });

  it('changes nothing if one folder is missing', () => {
    const folder = folderWith({ 'one/file': 'one' });
    expect(swapFolders(path.join(folder, 'one'), path.join(folder, 'other'))).toBe(false);
    expect(existsSync(path.join(folder, 'one/file'))).toBe(true);
  });

  it('leaves no moment without a site', async () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    const page = path.join(output, 'index.html');
    const [begun, ended] = [path.join(parent, 'begun'), path.join(parent, 'ended')];
    writeFiles(output, { '.perennial': '', 'index.html': 'first' });
    const reader = promisify(execFile)(process.execPath, [
      '-e',
      `const { existsSync, writeFileSync } = require('node:fs');
      let looks = 0, gaps = 0;
      writeFileSync(${JSON.stringify(begun)}, '');
      while (!existsSync(${JSON.stringify(ended)})) {
        looks++;
        if (!existsSync(${JSON.stringify(page)})) gaps++;
      }
      console.log(looks, gaps);`,
    ]);
    await expect.poll(() => existsSync(begun)).toBe(true);
    for (let round = 0; round < 200; round++) {
      const staging = new Staging(output, {
        content: temporaryFolder(),
        project: temporaryFolder(),
      });
      writeFiles(staging.folder, { '.perennial': '', 'index.html': String(round) });
      staging.publish();
    }
    writeFileSync(ended, '');
    const [looks, gaps] = (await reader).stdout.trim().split(' ').map(Number);
    expect(looks).toBeGreaterThan(200);
    expect(gaps).toBe(0);
    expect(readFileSync(page, 'utf8')).toBe('199');
  });
});
