/** Paths in messages. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayPath } from '../../src/lib/user-folder.ts';

describe('displayPath', () => {
  it('keeps a folder whose name starts with dots relative', () => {
    expect(displayPath(path.resolve('..a/b'))).toBe('..a/b');
    expect(displayPath(path.resolve('../b'))).toBe(path.resolve('../b'));
  });
});
