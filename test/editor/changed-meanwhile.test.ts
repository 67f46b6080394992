/** What is saved when somebody else has changed the file since it was opened. */
import { describe, expect, it } from 'vitest';
import type { FileFormat } from '../../src/outputs/editor/shape.ts';
import { editMeanwhile } from './as-sveltia.ts';

const POST = `---
title: 'Roses' # of the garden
publishDate: 2024-03-10
tags: [garden]
---

    code

Red ones.

- one
- two
- three

White ones.
`;

describe('a post that somebody else has changed meanwhile', () => {
  it('gets the changes of both', () => {
    const theirs = POST.replace("'Roses' # of", '"Tulips" # of our').replace('White', 'Pink');
    const body = bodyOf(POST).replace('Red', 'Dark red');
    expect(editMeanwhile(POST, { tags: ['garden', 'roses'], body }, theirs)).toEqual({
      text: theirs.replace('[garden]', '[garden, roses]').replace('Red', 'Dark red').trim(),
      conflicts: [],
    });
  });

  it('gets the changes of both to neighbours in a list', () => {
    const theirs = POST.replace('- one', '- none');
    const body = bodyOf(POST).replace('- two', '- two or three');
    const { text, conflicts } = editMeanwhile(POST, { body }, theirs);
    expect(text).toContain('- none\n- two or three\n- three');
    expect(conflicts).toEqual([]);
  });

  it('gets what both have written at the end', () => {
    const { text, conflicts } = editMeanwhile(
      POST,
      { body: `${bodyOf(POST)}\n\nMine.` },
      `${POST}\nTheirs.\n`,
    );
    expect(text).toMatch(/White ones\.\n\nTheirs\.\n\nMine\.$/);
    expect(conflicts).toEqual([]);
  });

  it('may be long', () => {
    const paragraphs = Array.from({ length: 2000 }, (_, index) => `Rose ${index}.`);
    const post = POST.replace('White ones.', paragraphs.join('\n\n'));
    const theirs = post.replace('Rose 1999.', 'The last one.');
    const body = bodyOf(post).replace('Red ones', 'Green ones');
    expect(editMeanwhile(post, { body }, theirs)).toEqual({
      text: theirs.replace('Red ones', 'Green ones').trim(),
      conflicts: [],
    });
  });

  it('stays as they have left it, if nothing is edited', () => {
    const theirs = POST.replace('title:', 'mood: { calm: yes }\ntitle:').replace('    code\n', '');
    expect(editMeanwhile(POST, {}, theirs)).toEqual({ text: theirs.trim(), conflicts: [] });
  });

  it('is not changed twice where both have made the same change', () => {
    const theirs = POST.replace('Red', 'Blue').replace('Roses', 'Asters');
    const body = bodyOf(theirs);
    expect(editMeanwhile(POST, { title: 'Asters', body }, theirs)).toEqual({
      text: theirs.trim(),
      conflicts: [],
    });
  });

  it('keeps ours where both have changed the same, and says what that replaces', () => {
    const theirs = POST.replace('Roses', 'Tulips').replace('Red ones', 'Blue ones');
    const body = bodyOf(POST).replace('Red ones', 'Green ones');
    const { text, conflicts } = editMeanwhile(POST, { title: 'Asters', body }, theirs);
    expect(text).toBe(POST.replace('Roses', 'Asters').replace('Red', 'Green').trim());
    expect(conflicts).toEqual([
      { field: 'title', theirs: 'Tulips' },
      { field: 'body', theirs: 'Blue ones.' },
    ]);
  });

  it('gets the tags that either has added, and none that either has removed', () => {
    const post = POST.replace('[garden]', '[garden, red, white]');
    const theirs = post.replace('[garden, red, white]', '[garden, red, thorns]');
    const { text, conflicts } = editMeanwhile(post, { tags: ['garden', 'white', 'roses'] }, theirs);
    expect(text).toContain('tags: [garden, roses, thorns]\n');
    expect(conflicts).toEqual([]);
  });

  it('has neither the field that they have removed nor the one that we have emptied', () => {
    const theirs = POST.replace(/publishDate.*\n/, '');
    const { text, conflicts } = editMeanwhile(POST, { tags: [] }, theirs);
    expect(text).not.toContain('publishDate');
    expect(text).not.toContain('tags');
    expect(conflicts).toEqual([]);
  });
});

describe('settings that somebody else has changed meanwhile', () => {
  const SITE = 'title: Garden\neditor:\n  backend: github\n  branch: main\n';
  const format: FileFormat = { extension: 'yaml', shapes: {} };

  it('get the changes of both to one table', () => {
    const editor = { backend: 'gitlab', branch: 'main' };
    const theirs = SITE.replace('main', 'trunk');
    expect(editMeanwhile(SITE, { editor }, theirs, format)).toEqual({
      text: theirs.replace('github', 'gitlab').trim(),
      conflicts: [],
    });
  });

  it('name the field of a table that both have changed', () => {
    const editor = { backend: 'gitlab', branch: 'main' };
    const { conflicts } = editMeanwhile(SITE, { editor }, SITE.replace('hub', 'ea'), format);
    expect(conflicts).toEqual([{ field: 'editor.backend', theirs: 'gitea' }]);
  });
});

function bodyOf(post: string): string {
  return post.slice(post.indexOf('---\n\n') + 5).trim();
}
