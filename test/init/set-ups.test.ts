/** What `npm run init` writes for each host, run as far as one machine can. */
import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOST_NAMES, type HostName } from '../../src/content/site-schema.ts';
import { INSTALL } from '../../src/init/set-ups/set-up.ts';
import { setUpFor } from '../../src/init/set-ups/set-ups.ts';
import { run } from '../support/build-site.ts';
import { describeWith } from '../support/describe-with.ts';
import { copyProject } from '../support/project-copy.ts';
import { required } from '../support/required.ts';
import { filesBelow, folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';
import { isRoot, nginxPaths } from '../support/web-server-setups.ts';
import { startServer } from '../support/web-servers.ts';

const Steps = z.array(
  z.strictObject({
    id: z.string().optional(),
    uses: z.string().optional(),
    if: z.string().optional(),
    run: z.string().optional(),
    with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    env: z.record(z.string(), z.string()).optional(),
  }),
);
const Workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.strictObject({ branches: z.array(z.string()) }),
    schedule: z.array(z.strictObject({ cron: z.string().regex(/^\d+ \d+ \* \* \*$/) })),
    workflow_dispatch: z.null(),
  }),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      needs: z.string().optional(),
      'runs-on': z.literal('ubuntu-latest'),
      'timeout-minutes': z.number(),
      environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
      steps: Steps,
    }),
  ),
});

/** The file that the host gets. */
function written(host: HostName, file: string, basePath = '/'): string {
  const { files } = setUpFor(host, { name: 'roses', basePath, docs: 'docs' });
  return String(required(files.find((each) => each.path === file)).content);
}

describe('in a clone', () => {
  const blog = copyProject();

  beforeAll(async () => {
    const flags = ['--yes', '--force', '--url', 'https://roses.example/', '--title', 'Roses'];
    await begin('github-pages', ...flags);
  });

  /** Runs the command, which must succeed. */
  async function begin(host: HostName, ...flags: readonly string[]): Promise<void> {
    await shell(`npm run init -- --host ${host} ${flags.join(' ')}`);
  }

  async function shell(command: string): Promise<string> {
    // As GitHub runs steps.
    const { exitCode, stdout, stderr } = await run('bash', ['-eo', 'pipefail', '-c', command], {
      cwd: blog,
    });
    expect(exitCode, `${command}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  }

  const at = (...parts: readonly string[]): string => path.join(blog, ...parts);

  /** As in a new clone, but the packages of this copy stay. */
  function removeCaches(): void {
    for (const folder of ['.cache', 'node_modules/.cache', '_site'])
      rmSync(at(folder), { recursive: true, force: true });
  }

  describe('the workflow for GitHub Pages', () => {
    let workflow: z.output<typeof Workflow>;
    beforeAll(() => {
      workflow = Workflow.parse(load(readFileSync(at('.github/workflows/deploy.yml'), 'utf8')));
    });

    it('builds in a clone, and finds what it kept the next time', async () => {
      const { steps } = required(workflow.jobs['build']);
      const cache = steps.findLast(({ uses }) => uses?.startsWith('actions/cache@'));
      const kept = temporaryFolder('kept');
      const folders = String(cache?.with['path']).trim().split('\n');
      expect(folders).toContain('.cache');
      const bundles: string[][] = [];
      for (const time of ['first', 'second']) {
        removeCaches();
        for (const step of steps) {
          if (step.run !== undefined && step.if === undefined) await shell(step.run);
          else if (step === cache && time === 'second') copyTree(kept, blog);
        }
        for (const folder of folders) copyTree(at(folder), path.join(kept, folder));
        bundles.push(bundlesBelow(at('node_modules/.cache/perennial')));
      }
      expect(bundles[0]).toHaveLength(1);
      // The key that signed it was kept too.
      expect(bundles[1]).toEqual(bundles[0]);
      const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
      expect(upload?.with).toEqual({ path: '_site', 'include-hidden-files': true });
      expect(existsSync(at('_site/index.html'))).toBe(true);
      expect(readFileSync(at('_site/CNAME'), 'utf8')).toBe('roses.example\n');
    });

    it('installs packages only when the lock file or Node.js has changed', () => {
      const { steps } = required(workflow.jobs['build']);
      // The key hashes it.
      expect(existsSync(at('package-lock.json'))).toBe(true);
      const packages = required(steps.find(({ id }) => id === 'packages'));
      expect(packages.with['path']).toBe('node_modules');
      const key = packages.with['key'];
      expect(key).toContain("${{ hashFiles('package-lock.json') }}");
      expect(key).toContain('${{ steps.node.outputs.node-version }}');
      expect(steps.find(({ run: command }) => command === INSTALL)?.if).toBe(
        "steps.packages.outputs.cache-hit != 'true'",
      );
    });

    it('deploys what was built, with the rights that this takes', () => {
      const { jobs, permissions, concurrency } = workflow;
      expect(permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
      expect(concurrency['cancel-in-progress']).toBe(false);
      expect(jobs['deploy']).toMatchObject({
        needs: 'build',
        environment: { name: 'github-pages' },
        steps: [{ id: 'deployment', uses: expect.stringContaining('actions/deploy-pages@') }],
      });
    });
  });

  describe.each([
    ['nginx', 'nginx.conf', ' 80;', (port: number) => ` 127.0.0.1:${port};`],
    ['caddy', 'Caddyfile', '::80}', (port: number) => `::${port}}`],
  ] as const)('the image with %s', (host, file, listen, listenAt) => {
    let lines: string[];

    beforeAll(async () => {
      await begin(host, '--keep', '--force');
      lines = readFileSync(at('Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
      // Once for both.
      if (!existsSync(at('_site/_hosts')))
        await shell('npm run build -- --host nginx --host caddy');
      const compress = required(lines.find((line) => line.startsWith('RUN find')));
      await shell(compress.replace(/^RUN /, ''));
    });

    it('copies only what is there', () => {
      const sources = lines.flatMap((line) => {
        const [, words = ''] = /^COPY (?!--from)(.*)$/.exec(line) ?? [];
        return words.split(/\s+/).slice(0, -1).filter(Boolean);
      });
      expect(sources).toEqual(['package.json', 'package-lock.json', '.', file]);
      expect(sources.filter((source) => !existsSync(at(source)))).toEqual([]);
      const ignored = readFileSync(at('.dockerignore'), 'utf8').trim().split('\n');
      expect(ignored).toContain('**/node_modules');
      expect(ignored.filter((name) => sources.includes(name))).toEqual([]);
      expect(lines).toContain('COPY --from=build /blog/_site /srv/www/');
      expect(lines.join('\n')).toContain(`npm run build -- --host ${host}`);
    });

    describeWith([host], 'on the real server', (program) => {
      it('sends pages compressed, with its headers, and hides its configuration', async () => {
        const server = await startServer({
          name: host,
          program,
          root: at('_site'),
          configuration: ({ root, port, work }) => {
            const own = readFileSync(at(file), 'utf8')
              .replace(listen, listenAt(port))
              .replaceAll('/srv/www/', `${root}/`)
              .replaceAll('/srv/www', root);
            return host === 'caddy'
              ? `{\n\tadmin unix/${work}/admin\n\tlog {\n\t\tlevel WARN\n\t}\n}\n\n${own}`
              : `pid ${work}/pid;\n${isRoot() ? 'user root;\n' : ''}${own.replace('sendfile on;', `access_log off; log_not_found off; ${nginxPaths(work)}`)}`;
          },
        });
        try {
          const page = await fetch(server.origin);
          expect(page.status).toBe(200);
          expect(page.headers.get('content-encoding')).toBe('gzip');
          expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
          expect(await page.text()).toBe(
            gunzipSync(readFileSync(at('_site/index.html.gz'))).toString(),
          );
          expect((await fetch(`${server.origin}/none/`)).status).toBe(404);
          const hidden = filesBelow(at('_site/_hosts')).map((each) =>
            path.relative(at('_site'), each),
          );
          expect(hidden.length).toBeGreaterThan(0);
          for (const each of hidden)
            expect((await fetch(`${server.origin}/${each}`)).status, each).toBe(404);
          expect(server.complaints()).toEqual([]);
        } finally {
          await server.stop();
        }
      });
    });
  });
});

describe('deploy.sh', () => {
  const RSYNC =
    'rsync --recursive --links --times --compress --delay-updates --delete-after --filter=protect /.well-known/acme-challenge/ _site/';

  it.each([
    ['static', ['you@host:/www'], [`${RSYNC} you@host:/www/`]],
    ['htaccess', ['you@host:/www/'], [`${RSYNC} you@host:/www/`]],
    [
      'nginx',
      ['you@host:/w'],
      [`${RSYNC} you@host:/w/`, 'ssh you@host nginx -t && nginx -s reload'],
    ],
    ['apache', ['h:/w'], [`${RSYNC} h:/w/`, 'ssh h apachectl configtest && apachectl graceful']],
    ['caddy', ['h:/w'], [`${RSYNC} h:/w/`, 'ssh h caddy reload --config /etc/caddy/Caddyfile']],
    ['caddy', ['/srv/my:blog'], [`${RSYNC} /srv/my:blog/`]],
    ['vercel', [], ['npx --yes vercel deploy _site --prod']],
    [
      'firebase',
      ['roses'],
      [
        'npx --yes firebase-tools deploy --only hosting --config _site/firebase.json --project roses',
      ],
    ],
    ['azure', [], ['npx --yes @azure/static-web-apps-cli deploy _site --env production']],
    [
      's3',
      ['bucket'],
      [
        'aws s3api put-bucket-website --bucket bucket --website-configuration file://_site/_hosts/s3/website.json',
        'upload bucket',
      ],
    ],
  ] as const)('for %s with %j builds and deploys', async (host, args, expected) => {
    const { exitCode, calls, stderr } = await deploy(host, args);
    expect(exitCode, stderr).toBe(0);
    expect(calls).toEqual([`npm run build -- --host ${host}`, ...expected]);
  });

  it('takes the site as it is with --no-build, and secrets from variables', async () => {
    const { calls } = await deploy('vercel', ['--no-build'], { VERCEL_TOKEN: 'secret' });
    expect(calls).toEqual(['npx --yes vercel deploy _site --prod --token secret']);
  });

  it('takes the target and the command after it from variables', async () => {
    const { calls } = await deploy('nginx', [], { DEPLOY_TO: 'h:/w', RELOAD: 'true' });
    expect(calls.slice(1)).toEqual([`${RSYNC} h:/w/`, 'ssh h true']);
  });

  it('asks for a target before it builds', async () => {
    const { exitCode, calls, stderr } = await deploy('nginx', []);
    expect(exitCode).toBe(2);
    expect(calls).toEqual([]);
    expect(stderr).toContain('Where to? Run: ./deploy.sh you@');
  });

  describeWith(['rsync'], 'with rsync', () => {
    it('copies what is new, removes what is old, and keeps certificates', async () => {
      const folder = folderWith({
        'deploy.sh': written('static', 'deploy.sh'),
        '_site/index.html': 'new',
        '_site/.nojekyll': '',
      });
      const target = folderWith({
        'index.html': 'old text',
        'gone.html': '',
        '.well-known/acme-challenge/token': 'secret',
      });
      const outcome = await run('sh', ['deploy.sh', '--no-build', target], { cwd: folder });
      expect(outcome.exitCode, outcome.stderr).toBe(0);
      const files = filesBelow(target).map((file) => path.relative(target, file));
      expect(files.toSorted()).toEqual([
        '.nojekyll',
        '.well-known/acme-challenge/token',
        'index.html',
      ]);
      expect(readFileSync(path.join(target, 'index.html'), 'utf8')).toBe('new');
    });
  });
});

describe('the files of other hosts', () => {
  it('netlify.toml is valid, and builds for Netlify', async () => {
    const text = written('netlify', 'netlify.toml');
    const netlifyConfigPath = path.join(folderWith({ 'netlify.toml': text }), 'netlify.toml');
    const { errors } = await parseAllHeaders({
      netlifyConfigPath,
      headersFiles: [],
      configHeaders: [],
      minimal: false,
    });
    expect(errors).toEqual([]);
    expect(text).toContain('command = "npm run build -- --host netlify"\n  publish = "_site"');
  });

  it('wrangler.jsonc builds, and serves the site with its error page', () => {
    const json = written('cloudflare', 'wrangler.jsonc').replace(/^\s*\/\/.*$/gm, '');
    expect(JSON.parse(json)).toMatchObject({
      name: 'roses',
      build: { command: 'npm run build -- --host cloudflare' },
      assets: { directory: './_site', not_found_handling: '404-page' },
    });
  });

  it('Vercel builds nothing itself, because the workflow deploys with redirects and headers', () => {
    expect(JSON.parse(written('vercel', 'vercel.json'))).toMatchObject({
      git: { deploymentEnabled: false },
    });
    const { jobs, permissions } = Workflow.parse(
      load(written('vercel', '.github/workflows/deploy.yml')),
    );
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs['deploy']?.steps.map((step) => step.run).filter(Boolean)).toEqual([
      INSTALL,
      'npm run build -- --host vercel',
      './deploy.sh --no-build',
    ]);
    expect(Object.keys(jobs['deploy']?.steps.at(-1)?.env ?? {})).toEqual([
      'VERCEL_TOKEN',
      'VERCEL_ORG_ID',
      'VERCEL_PROJECT_ID',
    ]);
  });

  it('.gitlab-ci.yml builds for GitLab, and keeps the caches', () => {
    expect(load(written('gitlab', '.gitlab-ci.yml'))).toMatchObject({
      pages: {
        script: [`${INSTALL} --cache .npm`, 'npm run build -- --host gitlab'],
        cache: { paths: ['.npm/', '.cache/'] },
        pages: { publish: '_site' },
        artifacts: { paths: ['_site'] },
      },
    });
  });

  it('an image below a base path serves it there', () => {
    expect(written('nginx', 'Dockerfile', '/blog/')).toContain('/blog/_site /srv/www/blog/\n');
    expect(written('nginx', 'nginx.conf', '/blog/')).toContain(
      'include /srv/www/blog/_hosts/nginx/server.conf;',
    );
    expect(written('caddy', 'Caddyfile', '/blog/')).toContain(
      'import /srv/www/blog/_hosts/caddy/site.caddy',
    );
  });

  it.each(HOST_NAMES)('%s has a set-up, and says what to do', (host) => {
    const { files, steps } = setUpFor(host, { name: 'roses', basePath: '/', docs: 'docs' });
    expect(files.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
  });
});

/** Runs the script where every other program only tells its arguments. */
async function deploy(
  host: HostName,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number | null; calls: string[]; stderr: string }> {
  const folder = folderWith({ 'deploy.sh': written(host, 'deploy.sh'), '_site/index.html': '' });
  const log = path.join(folder, 'log');
  for (const name of ['npm', 'npx', 'ssh', 'aws', 'rsync']) {
    writeFiles(folder, { [`bin/${name}`]: `#!/bin/sh\necho "${name} $*" >>"${log}"\n` });
    chmodSync(path.join(folder, 'bin', name), 0o755);
  }
  writeFiles(folder, { '_site/_hosts/s3/upload.sh': `echo "upload $*" >>"${log}"\n` });
  const { exitCode, stderr } = await run('sh', [path.join(folder, 'deploy.sh'), ...args], {
    cwd: temporaryFolder(),
    env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, ...env },
  });
  const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  return { exitCode, calls, stderr };
}

function copyTree(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Bundles of the program, each with its signature. */
function bundlesBelow(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.cjs'))
    .map((file) => `${file} ${readFileSync(file).subarray(0, 32).toString('hex')}`);
}
