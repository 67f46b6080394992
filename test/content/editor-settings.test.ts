/** The setting `editor`, and the repository that it means. */
import { describe, expect, it } from 'vitest';
import { editorRepository } from '../../src/content/check-editor.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { validate } from '../../src/content/validate.ts';
import { Problems } from '../../src/lib/problem.ts';

function read(settings: Readonly<Record<string, unknown>>) {
  const problems = new Problems();
  const source = { file: 'content/site.yaml', concept: 'site' };
  const checked = validate(siteSchema, settings, source, problems);
  const repository = checked && editorRepository(checked.fields, source.file, problems);
  return { repository, problems: problems.all };
}

const GITHUB = { backend: 'github', host: 'https://github.com', repo: 'rosa/garden' };

describe('the editor', () => {
  it.each([undefined, false])('is off: %s', (editor) => {
    expect(read({ editor })).toEqual({ repository: undefined, problems: [] });
  });

  it.each([
    ['https://github.com/rosa/garden', { ...GITHUB, branch: 'main', path: '' }],
    ['https://github.com/rosa/garden/tree/dev/sites/blog', { branch: 'dev', path: 'sites/blog' }],
    [
      'https://gitlab.com/a/b/garden',
      { backend: 'gitlab', host: 'https://gitlab.com', repo: 'a/b/garden' },
    ],
    ['https://codeberg.org/rosa/garden', { backend: 'gitea', host: 'https://codeberg.org' }],
  ])('writes to the repository of editUrl: %s', (editUrl, expected) => {
    expect(read({ editor: true, editUrl }).repository).toMatchObject(expected);
  });

  it('writes to the repository that it names', () => {
    const editor = { backend: 'github', repo: 'rosa/garden', branch: 'drafts', path: '/blog/' };
    const editUrl = 'https://gitlab.com/other/place/-/tree/dev';
    const expected = { ...GITHUB, branch: 'drafts', path: 'blog' };
    expect(read({ editor, editUrl })).toEqual({ repository: expected, problems: [] });
  });

  it('keeps what its table leaves out as in editUrl', () => {
    const editUrl = 'https://github.com/rosa/garden/tree/dev/blog';
    const { repository } = read({ editor: { pullRequests: true }, editUrl });
    expect(repository).toEqual({ ...GITHUB, branch: 'dev', path: 'blog' });
  });

  it('writes to a host of the owner', () => {
    const editor = { backend: 'gitea', repo: 'rosa/garden', url: 'https://git.garden.example/' };
    expect(read({ editor }).repository?.host).toBe('https://git.garden.example');
  });

  it.each([
    [{ editor: true }, 'editor', 'neither `editor` nor `editUrl` names it', 'repo: rosa/garden'],
    [
      { editor: true, editUrl: 'https://git.example/edit?file=:path' },
      'editor',
      'neither `editor` nor `editUrl` names it',
      'repo: rosa/garden',
    ],
    [
      { editor: { backend: 'gitea', repo: 'rosa/garden' } },
      'editor',
      'Gitea and Forgejo run on many hosts',
      'url: https://codeberg.org',
    ],
    [
      { editor: { backend: 'gitea', repo: 'a/b', url: 'https://g.example', pullRequests: true } },
      'editor.pullRequests',
      'on GitHub and GitLab only',
      'protect the branch',
    ],
    [{ editUrl: 'editor' }, 'editUrl', 'the site has none', 'Add `editor: {'],
    [{ editor: 'yes' }, 'editor', 'must be `true`, or a table', 'Write `editor: true`'],
    [{ editor: { backend: 'svn' } }, 'editor.backend', 'must be', 'Write `editor: true`'],
    [{ editor: { repo: 'garden' } }, 'editor.repo', 'must be', 'Write `editor: true`'],
    [{ editor: { path: '../up' } }, 'editor.path', 'leads out of the repository', 'editor: true'],
    [{ editor: { url: 'http://g.example' } }, 'editor.url', 'starts with https://', 'editor: true'],
    [{ editor: { token: 'x' } }, 'editor.token', 'unknown field `token`', 'editor: true'],
  ])('says what is wrong and what to write: %j', (settings, field, message, hint) => {
    const { problems } = read(settings);
    expect(problems[0]).toMatchObject({ file: 'content/site.yaml', field });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.hint).toContain(hint);
  });
});
