/** `deploy.sh`: builds the site and copies it to the host. */
import type { HostName } from '../../content/site-schema.ts';
import type { NewFile } from '../new-file.ts';
import { buildFor } from './set-up.ts';

export const SCRIPT = 'deploy.sh';

interface Script {
  readonly host: HostName;
  /** First lines of the comment: what it does, and how to call it. */
  readonly about: readonly string[];
  /** A value that it cannot do without, if any: the first argument, or a variable. */
  readonly needs?: { readonly variable: string; readonly example: string };
  /** Commands that run after the build. */
  readonly commands: string;
}

/** A POSIX shell script. `--no-build` takes the site as it was built before. */
export function deployScript({ host, about, needs, commands }: Script): NewFile {
  const content = `#!/bin/sh
${about.map((line) => `# ${line}`).join('\n')}
# With --no-build, it takes the site that is in _site.
set -eu
cd "$(dirname "$0")"

build=yes
if [ "\${1:-}" = --no-build ]; then
  build=no
  shift
fi
${needs === undefined ? '' : checkOf(needs)}
if [ "$build" = yes ]; then ${buildFor(host)}; fi
${commands}
`;
  return { path: SCRIPT, content, runs: true };
}

function checkOf({ variable, example }: NonNullable<Script['needs']>): string {
  return `${variable}=\${1:-\${${variable}:-}}
if [ -z "$${variable}" ]; then
  echo "Where to? Run: ./${SCRIPT} ${example} (or set ${variable})" >&2
  exit 2
fi
`;
}

/**
 * Copies the site to a server over SSH.
 * @param reload command on the server that lets it read its configuration again
 */
export function rsyncScript(host: HostName, reload?: string): NewFile {
  const example = 'you@blog.example.org:/srv/www/blog';
  return deployScript({
    host,
    about: [
      'Builds the blog and copies what has changed to a server, with rsync over SSH:',
      `  ./${SCRIPT} ${example}`,
      'For posts with a date in the future, run it every day, such as with cron.',
      ...(reload === undefined
        ? []
        : [
            `Then it runs $RELOAD on the server, which is "${reload}" unless set.`,
            'RELOAD=true does nothing.',
          ]),
    ],
    needs: { variable: 'DEPLOY_TO', example },
    commands: `
# New files first, old ones last: readers never meet a page without its images. Certificates are kept.
rsync --recursive --links --times --compress --delay-updates --delete-after \\
  --filter='protect /.well-known/acme-challenge/' \\
  _site/ "\${DEPLOY_TO%/}/"${reload === undefined ? '' : reloading(reload)}`,
  });
}

function reloading(command: string): string {
  return `

case $DEPLOY_TO in
  /* | ./*) ;; # a folder of this machine
  *:*) ssh "\${DEPLOY_TO%%:*}" "\${RELOAD:-${command}}" ;;
esac`;
}
