/** The files of all hosts that a site is written for. */
import type { HostName } from '../../content/site-schema.ts';
import type { Problems } from '../../lib/problem.ts';
import type { OutputFile, Stub } from '../../site/model.ts';
import { apacheHost } from './apache.ts';
import { azureHost } from './azure.ts';
import { caddyHost } from './caddy.ts';
import { cloudflareHost } from './cloudflare.ts';
import { firebaseHost } from './firebase.ts';
import { githubPagesHost } from './github-pages.ts';
import { gitlabHost } from './gitlab.ts';
import type { Deployment, Hosts } from './host.ts';
import { htaccessHost } from './htaccess.ts';
import { nginxHost } from './nginx.ts';
import { netlifyHost } from './netlify.ts';
import { s3Host } from './s3.ts';
import { staticHost } from './static.ts';
import { stubOf } from './stubs.ts';
import { vercelHost } from './vercel.ts';

export const HOSTS: Hosts = {
  static: staticHost,
  'github-pages': githubPagesHost,
  netlify: netlifyHost,
  cloudflare: cloudflareHost,
  vercel: vercelHost,
  gitlab: gitlabHost,
  firebase: firebaseHost,
  azure: azureHost,
  nginx: nginxHost,
  apache: apacheHost,
  htaccess: htaccessHost,
  caddy: caddyHost,
  s3: s3Host,
};

export function isHost(name: string): name is HostName {
  return Object.hasOwn(HOSTS, name);
}

/** What the hosts read, and the old addresses that need a file on any of them. */
export function emit(
  names: readonly HostName[],
  site: Deployment,
  problems: Problems,
): { readonly hostFiles: readonly OutputFile[]; readonly stubs: readonly Stub[] } {
  const files = new Map<string, { host: HostName; file: OutputFile }>();
  const stubs = new Map<string, Stub>();
  for (const host of names) {
    const emission = HOSTS[host].emit(site, problems);
    for (const file of emission.files) {
      const other = files.get(file.path);
      if (other === undefined) files.set(file.path, { host, file });
      else if (other.file.content !== file.content)
        problems.error({
          ...site.owner,
          code: 'host-conflict',
          message: `${other.host} and ${host} both read ${file.path}, each with other contents.`,
          hint: `Build once for each, with \`--host ${host} --output DIR\`.`,
        });
    }
    for (const stub of emission.stubs) stubs.set(stub.from, stubOf(stub));
  }
  return { hostFiles: [...files.values()].map(({ file }) => file), stubs: [...stubs.values()] };
}
