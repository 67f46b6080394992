/** Finds the repository that the editor writes to, in its setting or in `editUrl`, and reports a missing one. */
import type { Problems } from '../lib/problem.ts';
import { DEFAULT_BRANCH, type Repository } from './edit-url.ts';
import type { BackendName } from './editor-schema.ts';
import type { SiteSettings } from './site-schema.ts';

/** The host that is meant where none is named. */
const HOSTS: ReadonlyMap<BackendName, string> = new Map([
  ['github', 'https://github.com'],
  ['gitlab', 'https://gitlab.com'],
]);

/**
 * @param file that of the settings
 * @returns `undefined` if there is no editor, or after reporting what it lacks
 */
export function editorRepository(
  { editor, editUrl }: Pick<SiteSettings, 'editor' | 'editUrl'>,
  file: string,
  problems: Problems,
): Repository | undefined {
  if (editor === undefined) {
    if (editUrl?.isEditor === true)
      problems.error({
        code: 'edit-url-editor',
        file,
        field: 'editUrl',
        message: '`editUrl: editor` links to the editor, but the site has none.',
        hint: 'Add `editor: { backend: github, repo: rosa/garden }`, or write the address of the repository.',
      });
    return undefined;
  }
  const known = editUrl?.repository;
  const isSame = editor.backend === undefined || editor.backend === known?.backend;
  const { backend = known?.backend, repo = isSame ? known?.repo : undefined } = editor;
  if (backend === undefined || repo === undefined) {
    problems.error({
      code: 'editor-repository-missing',
      file,
      field: 'editor',
      message:
        'The editor writes to the repository of the blog, but neither `editor` nor `editUrl` names it.',
      hint: 'Write `editor: { backend: github, repo: rosa/garden }` with `github`, `gitlab` or `gitea`, or the address of the repository as `editUrl`.',
    });
    return undefined;
  }
  const isKnown = repo === known?.repo && isSame;
  const host = editor.url ?? (isKnown ? known.host : HOSTS.get(backend));
  if (host === undefined) {
    problems.error({
      code: 'editor-host-missing',
      file,
      field: 'editor',
      message: 'Gitea and Forgejo run on many hosts, but `editor` does not say on which.',
      hint: 'Add its start page: `editor: { backend: gitea, repo: rosa/garden, url: https://codeberg.org }`.',
    });
    return undefined;
  }
  const {
    branch = (isKnown ? known.branch : undefined) ?? DEFAULT_BRANCH,
    path = (isKnown ? known.path : undefined) ?? '',
  } = editor;
  if (editor.pullRequests && backend === 'gitea')
    problems.warn({
      code: 'editor-pull-requests',
      file,
      field: 'editor.pullRequests',
      message:
        'The editor makes pull requests on GitHub and GitLab only, so it commits to the branch.',
      hint: 'Remove `pullRequests`, or protect the branch at the host.',
    });
  return { backend, host, repo, branch, path };
}
