/** Registry of hosts, and the files and stubs for those that a site is built for. */
import type { HostName } from '../../content/site-schema.ts';
import { outputFile } from '../../lib/paths.ts';
import type { Problems } from '../../lib/problem.ts';
import type { OutputFile, Stub } from '../../site/model.ts';
import { apacheHost } from './apache.ts';
import { azureHost } from './azure.ts';
import { caddyHost } from './caddy.ts';
import { cloudflareHost } from './cloudflare.ts';
import { firebaseHost } from './firebase.ts';
import { githubPagesHost } from './github-pages.ts';
import { gitlabHost } from './gitlab.ts';
import type { Deployment, Host } from './host.ts';
import { htaccessHost } from './htaccess.ts';
import { nginxHost } from './nginx.ts';
import { netlifyHost } from './netlify.ts';
import { s3Host } from './s3.ts';
import { staticHost } from './static.ts';
import { stubOf } from './stubs.ts';
import { vercelHost } from './vercel.ts';

export const HOSTS: Readonly<Record<HostName, Host>> = {
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

/** Files for all of the hosts, and the stubs that any of them needs. */
export function emit(
  names: readonly HostName[],
  site: Deployment,
  problems: Problems,
): { readonly hostFiles: readonly OutputFile[]; readonly stubs: readonly Stub[] } {
  const files = new Map<string, { host: HostName; file: OutputFile }>();
  const stubs = new Map<string, Stub>();
  for (const host of names) {
    const output = HOSTS[host].emit(site, problems);
    for (const file of output.files) {
      const other = files.get(file.path);
      if (other === undefined) files.set(file.path, { host, file });
      else if (other.file.content !== file.content)
        problems.error({
          ...site.owner,
          code: 'host-conflict',
          message: `${other.host} and ${host} both read ${file.path}, but need different content in it.`,
          hint: `Build once for each host, with \`--host ${host} --output DIR\`.`,
        });
    }
    for (const stub of output.stubs.map(stubOf)) stubs.set(outputFile(stub.path), stub);
  }
  return { hostFiles: [...files.values()].map(({ file }) => file), stubs: [...stubs.values()] };
}
