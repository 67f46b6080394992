/** The staging folder and the output it replaces. */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Staging } from '../../src/publish/staging.ts';
import { UnsafeOutput } from '../../src/publish/output-guard.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';

const OURS = { '.perennial': '', 'index.html': 'earlier' };

function sources(project = temporaryFolder()): { content: string; project: string } {
  return { content: path.join(project, 'content'), project };
}

describe('Staging', () => {
  it('restores the previous site when publishing fails', () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    writeFiles(output, OURS);
    const staging = new Staging(output, sources());
    rmSync(staging.folder, { recursive: true });
    expect(() => staging.publish()).toThrow('ENOENT');
    staging.discard();
    expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('earlier');
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('does not touch the folders of a later build', () => {
    const output = path.join(temporaryFolder(), 'out');
    const first = new Staging(output, sources());
    first.discard();
    const second = new Staging(output, sources());
    writeFiles(second.folder, { 'index.html': 'new' });
    first.discard();
    second.publish();
    first.discard();
    expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('new');
  });

  it.each(['a site', 'an empty place'])('follows a symbolic link to %s', (what) => {
    const [links, target] = [temporaryFolder(), path.join(temporaryFolder(), 'www')];
    if (what === 'a site') writeFiles(target, OURS);
    const output = path.join(links, 'out');
    symlinkSync(target, output);
    const staging = new Staging(output, sources());
    expect(path.dirname(staging.folder)).toBe(path.dirname(target));
    writeFiles(staging.folder, { 'index.html': 'new' });
    staging.publish();
    expect(lstatSync(output).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(target, 'index.html'), 'utf8')).toBe('new');
    expect(readdirSync(links)).toEqual(['out']);
  });

  it('replaces a link that leads nowhere, in the place of what a killed build left', () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    symlinkSync('nowhere', path.join(parent, '.out.building'));
    symlinkSync('nowhere', path.join(parent, '.out.earlier'));
    const staging = new Staging(output, sources());
    writeFiles(staging.folder, { 'index.html': 'new' });
    staging.publish();
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('refuses a place below a link that points back to itself', () => {
    const parent = temporaryFolder();
    symlinkSync('loop', path.join(parent, 'loop'));
    const output = path.join(parent, 'loop/a/out');
    expect(() => new Staging(output, sources())).toThrow('is a link that points back to itself');
  });

  it('refuses a folder in which the name of the marker is a folder', () => {
    const output = folderWith({ '.perennial/mine': '' });
    expect(() => new Staging(output, sources())).toThrow(UnsafeOutput);
  });

  it.each(['public', 'src/x', 'templates', 'test/x', 'docs', 'node_modules/x'])(
    'refuses to write into the project: %s',
    (place) => {
      const project = folderWith({ 'src/a.ts': '' });
      const output = path.join(project, place);
      expect(() => new Staging(output, sources(project))).toThrow(UnsafeOutput);
      expect(existsSync(output)).toBe(false);
    },
  );

  it('rejects a path below a file, and a link to itself', () => {
    const folder = folderWith({ file: '' });
    symlinkSync('circle', path.join(folder, 'circle'));
    expect(() => new Staging(path.join(folder, 'file/out'), sources())).toThrow('is a file');
    expect(() => new Staging(path.join(folder, 'circle'), sources())).toThrow('points back');
  });

  it('replaces in two steps without an atomic swap', () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    writeFiles(output, OURS);
    const staging = new Staging(output, sources(), { swapFolders: () => false });
    writeFiles(staging.folder, { 'index.html': 'new' });
    staging.publish();
    expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('new');
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('accepts a name that begins with dots', () => {
    const project = temporaryFolder();
    const output = path.join(project, 'content/..a');
    expect(() => new Staging(output, sources(project))).toThrow('is inside the content folder');
    new Staging(path.join(project, '..b'), sources(project)).discard();
  });
});
