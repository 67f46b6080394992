/** The backends of the editor: hosts of Git repositories, as its configuration names them. */
import type { BackendName, EditorSetting } from '../../content/editor-schema.ts';
import type { Repository } from '../../content/edit-url.ts';

/** https://sveltiacms.app/en/docs/backends */
export interface CmsBackend {
  readonly name: BackendName;
  readonly repo: string;
  readonly branch: string;
  /** Start of the addresses of the API. */
  readonly api_root?: string;
  /** Start page of the host, or of a service that signs in. */
  readonly base_url?: string;
  readonly auth_type?: 'pkce';
  readonly app_id?: string;
  readonly auth_methods?: readonly ('oauth' | 'token')[];
}

/** Where the API of a host is, below its start page. */
const API_PATHS: Readonly<Record<BackendName, string>> = {
  github: '/api/v3',
  gitlab: '/api/v4',
  gitea: '/api/v1',
};

/** Not below the start page. */
const GITHUB = { host: 'https://github.com', api: 'https://api.github.com' };

export function apiRoot({ backend, host }: Pick<Repository, 'backend' | 'host'>): string {
  return host === GITHUB.host ? GITHUB.api : host + API_PATHS[backend];
}

export function cmsBackend(repository: Repository, auth: EditorSetting['auth']): CmsBackend {
  const { backend: name, repo, branch, host } = repository;
  const appId = auth?.appId;
  const service = auth?.url;
  const isGitHub = name === 'github';
  const base = isGitHub ? service : (service ?? host);
  const hasSignIn = isGitHub ? service !== undefined : appId !== undefined;
  return {
    ...{ name, repo, branch, api_root: apiRoot(repository) },
    ...(base !== undefined && { base_url: base }),
    ...(name === 'gitlab' && appId !== undefined && { auth_type: 'pkce' }),
    ...(appId !== undefined && { app_id: appId }),
    auth_methods: hasSignIn ? ['oauth', 'token'] : ['token'],
  };
}
