/** The program as a package: packed, installed into an empty folder, used, and upgraded. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { NAME } from '../../src/lib/program.mjs';
import { CLONE_FILES, RELEASE, writeRelease } from '../../src/upgrade/release.mjs';
import { OutputFolder, ROOT, buildSite, run, type Outcome } from '../support/build-site.ts';
import { copyProject } from '../support/project-copy.ts';
import { required } from '../support/required.ts';
import { temporaryFolder, writeFiles } from '../support/scratch.ts';

/** Megabytes on disk. */
const MAX_SIZE = 95;
/** Unpacking them takes most of the time of an installation. */
const MAX_FILES = 1550;

/** What the owner answers. */
const ANSWERS = ['--title=The garden', '--url=https://garden.example/', '--author=Rosa Green'];

const CONTENT = {
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\nauthor: Rosa Green\ntags: [flowers]\n---\n\nRed.\n\n```js\nconst red = 1;\n```\n',
  'posts/tulips/index.md': '---\ntitle: Tulips\npublishDate: 2024-04-11\n---\n\nYellow.\n',
};

const folder = temporaryFolder();
const blog = path.join(folder, 'blog');
const content = path.join(blog, 'content');
let first: string;
let second: string;
/** Megabytes before anything ran, which keeps compiled code. */
let size: number;
let files: number;

beforeAll(async () => {
  first = await pack(ROOT);
  second = await repack(first);
  mkdirSync(blog);
  const started = performance.now();
  await install(first);
  const seconds = Math.round((performance.now() - started) / 1000);
  size = await megabytes();
  const installed = path.join(blog, 'node_modules');
  files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
  const begun = await perennial([
    'init',
    '--yes',
    '--accent=#22644a',
    '--host=netlify',
    ...ANSWERS,
  ]);
  if (begun.exitCode !== 0) throw new Error(begun.stderr);
  writeFiles(content, CONTENT);
  // Highlighted code, a font and a QR code need libraries that are beside the bundle, or in it.
  mkdirSync(path.join(content, 'theme'), { recursive: true });
  copyFileSync(
    path.join(ROOT, 'public/fonts/literata-latin.woff2'),
    path.join(content, 'theme/own.woff2'),
  );
  appendFileSync(path.join(content, 'site.yaml'), '\nfonts:\n  mono: own.woff2\nqrCode: true\n');
  console.log(`The package takes ${size} MB in ${files} files, and was installed in ${seconds} s.`);
});

it('is small, and brings no library that it contains', async () => {
  expect(size).toBeLessThanOrEqual(MAX_SIZE);
  expect(files).toBeLessThanOrEqual(MAX_FILES);
  const { dependencies } = manifestOf(path.join(blog, 'node_modules', NAME));
  const installed = readdirSync(path.join(blog, 'node_modules'));
  expect(Object.keys(dependencies).length).toBeGreaterThan(5);
  expect(installed).not.toContain('zod');
  expect(installed).not.toContain('shiki');
  expect(installed).not.toContain('typescript');
  const licences = readFileSync(path.join(blog, 'node_modules', NAME, 'dist/licences.txt'), 'utf8');
  for (const name of ['zod', 'shiki', 'harfbuzzjs']) expect(licences).toContain(`\n${name} `);
});

it('builds byte for byte what a clone builds, from any folder of the blog', async () => {
  const theirs = await perennial(['build'], path.join(content, 'posts/roses'));
  expect(theirs).toMatchObject({ exitCode: 0 });
  const ours = await buildSite({ content });
  expect(ours.exitCode, ours.stderr).toBe(0);
  const built = site().fingerprint();
  expect(built.size).toBeGreaterThan(40);
  const post = site().read('2024/03/roses/index.html');
  expect(post).toContain('class="tok-keyword"');
  expect(post).toContain('class="qr');
  expect([...built.keys()].join('\n')).toMatch(/own[^\n]*\.woff2/);
  expect(built).toEqual(ours.output.fingerprint());
  const again = await perennial(['build'], path.join(content, 'posts/roses'));
  expect(again.stdout).toContain('Nothing has changed');
  // Nothing had to be compiled.
  expect(existsSync(path.join(blog, '.cache/own-code'))).toBe(false);
});

it('tests the blog', async () => {
  const { exitCode, stdout, stderr } = await run('npm', ['test'], { cwd: blog });
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain('Tested ');
  writeFiles(content, { 'pages/map.md': '---\ntitle: Map\n---\n[gone](/gone/)\n' });
  expect((await perennial(['test'])).exitCode).toBe(1);
  writeFiles(content, { 'pages/map.md': '---\ntitle: Map\n---\nHere.\n' });
});

it('says what to do where there is no blog', async () => {
  const start = path.join(blog, 'node_modules', NAME, 'src/start.mjs');
  const lost = await run(process.execPath, [start, 'build'], { cwd: temporaryFolder() });
  expect(lost.exitCode).toBe(2);
  expect(lost.stderr).toContain('`npx perennial-blog init`');
});

it('writes its usage for npx, unless npm runs it', async () => {
  expect((await perennial(['help'])).stdout).toContain('Usage: npx perennial COMMAND [options]');
  const { stderr } = await perennial(['test', '--colour']);
  expect(stderr).toContain('Usage: npx perennial test [options]');
  const start = path.join(blog, 'node_modules', NAME, 'src/start.mjs');
  const outside = await run(process.execPath, [start, 'help'], { cwd: temporaryFolder() });
  expect(outside.stdout).toContain('Usage: npx perennial-blog COMMAND [options]');
  const scripted = await run('npm', ['run', 'build', '--', '--help'], { cwd: blog });
  expect(scripted.stdout).toContain('Usage: npm run build -- [options]');
});

it("takes an owner's components, configuration and files, with a message for mistakes", async () => {
  writeFiles(blog, {
    '.eleventy.ts': `import { perennial, type Build, type EleventyConfig } from '${NAME}/eleventy';
import { HtmlBasePlugin } from '@11ty/eleventy';
export default async function configure(config: EleventyConfig, build?: Build): Promise<void> {
  config.addPlugin(HtmlBasePlugin, { baseHref: '/blog/' });
  config.addTransform('mark', (html: string) => html + '<!-- marked -->');
  await config.addPlugin(perennial(build));
}
`,
    'content/public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/public/css/site.css': 'body{}',
    'content/theme/templates/components/logo.tsx': `import type { ComponentProps } from 'preact';
import { Logo as Ours } from '${NAME}/components/logo.tsx';
export const Logo = (props: ComponentProps<typeof Ours>) => <b class="own"><Ours {...props} /></b>;
`,
    'content/theme/templates/components/bylnie.tsx': 'export {};\n',
  });
  const { exitCode, stderr } = await perennial(['build', ...QUICK]);
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('Rename it to `byline.tsx`');
  expect(stderr).toContain('public-file-taken');
  const home = site().read('index.html');
  expect(home).toMatch(/<b class="own"><svg/);
  expect(home).toContain('<!-- marked -->');
  expect(home).toContain(' href="/blog/archive/"');
  expect(site().read('favicon.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(site().read('css/site.css')).toContain('--paper');

  const logo = 'content/theme/templates/components/logo.tsx';
  const text = readFileSync(path.join(blog, logo), 'utf8');
  writeFiles(blog, { [logo]: `${text}const broken = ;\n` });
  const broken = await perennial(['build', ...QUICK]);
  expect(broken.exitCode).toBe(1);
  expect(broken.stderr).toContain(`${logo}:4:`);
  writeFiles(blog, { [logo]: `${text}throw new Error('no leaves');\n` });
  const thrown = await perennial(['build', ...QUICK]);
  expect(thrown.stderr).toContain(`${logo}:4:`);
  expect(thrown.stderr).toContain('no leaves');
  writeFiles(blog, { [logo]: text.replace('class="own"', 'title={props.facts.titel}') });
  const misspelt = await perennial(['build', ...QUICK]);
  expect(misspelt.stderr).toContain(`${logo}:3:`);
  expect(misspelt.stderr).toContain('there is no `titel`');
  writeFiles(blog, { [logo]: text });
});

it('upgrades with an owner’s theme in place, and names a component that no longer fits', async () => {
  const byline = 'content/theme/templates/components/byline.tsx';
  writeFiles(blog, { [byline]: bylineWith('authors') });
  symlinkSync(
    path.join(ROOT, 'test/node_modules/typescript'),
    path.join(blog, 'node_modules/typescript'),
  );
  const before = await perennial(['build', ...QUICK]);
  expect(before.exitCode, before.stderr).toBe(0);
  expect(site().read('index.html')).toContain('own-byline');

  await install(second);
  expect((await perennial(['--version'])).stdout.trim()).toBe('99.0.0');
  // npm removes what it has not installed.
  if (!existsSync(path.join(blog, 'node_modules/typescript')))
    symlinkSync(
      path.join(ROOT, 'test/node_modules/typescript'),
      path.join(blog, 'node_modules/typescript'),
    );
  const misfit = await perennial(['build', ...QUICK]);
  expect(misfit.exitCode).toBe(1);
  expect(misfit.stderr).toContain(byline);
  expect(misfit.stderr).toMatch(/Property 'authors' is missing/);
  expect(misfit.stderr).toContain('`byline.tsx` takes `writers`');
  writeFiles(blog, { [byline]: bylineWith('writers') });
  const after = await perennial(['build', ...QUICK]);
  expect(after.exitCode, after.stderr).toBe(0);
  expect(site().read('index.html')).toContain('own-byline');
});

it('upgrades a clone, unless its program was altered', async () => {
  const clone = copyProject();
  writeRelease(clone, RELEASE);
  const upgrade = (...flags: readonly string[]): Promise<Outcome> =>
    run(process.execPath, ['src/start.mjs', 'upgrade', '--from', second, ...flags], { cwd: clone });
  const base = path.join(clone, 'templates/layouts/base.tsx');
  const text = readFileSync(base, 'utf8');
  const changed = path.join(clone, 'templates/components/byline.tsx');
  const shipped = readFileSync(changed, 'utf8');
  writeFileSync(changed, `${shipped}// Mine.\n`);
  const refused = await upgrade();
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('  templates/components/byline.tsx\n');
  writeFileSync(changed, shipped);
  // In the archive that the package has for clones.
  const source = path.join(clone, 'src/lib/program.d.mts');
  const types = readFileSync(source, 'utf8');
  rmSync(source);
  writeFiles(clone, { 'content/site.yaml': 'title: Mine\nurl: https://mine.example/\n' });
  const { exitCode, stdout, stderr } = await upgrade('--force');
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toMatch(/to 99\.0\.0: 6 files written, 0 removed/);
  expect(readFileSync(source, 'utf8')).toBe(types);
  expect(readFileSync(changed, 'utf8')).toContain('writers');
  expect(readFileSync(base, 'utf8')).toBe(text);
  expect(readFileSync(path.join(clone, 'content/site.yaml'), 'utf8')).toContain('Mine');
  expect(manifestOf(clone).version).toBe('99.0.0');
});

const QUICK = ['--no-cards', '--no-search', '--no-images'];

function perennial(args: readonly string[], cwd = blog): Promise<Outcome> {
  return run(path.join(blog, 'node_modules/.bin/perennial'), args, { cwd });
}

function site(): OutputFolder {
  return new OutputFolder(path.join(blog, '_site'));
}

/** @returns the tarball */
async function pack(project: string): Promise<string> {
  const args = ['pack', '--silent', '--pack-destination', folder];
  const { exitCode, stdout, stderr } = await run('npm', args, { cwd: project });
  expect(exitCode, stderr).toBe(0);
  return path.join(folder, required(stdout.trim().split('\n').at(-1)));
}

/** A release of a higher version, in which a component takes another prop. */
async function repack(tarball: string): Promise<string> {
  const next = path.join(folder, 'next');
  writeFiles(next, { 'package/x': '' });
  await run('tar', ['-xzf', tarball, '-C', next]);
  const root = path.join(next, 'package');
  await run('tar', ['-xzf', path.join(root, CLONE_FILES), '-C', root]);
  const { version } = manifestOf(root);
  const dist = path.join(root, 'dist');
  const bundle = required(readdirSync(dist).find((name) => name.endsWith('.cjs')));
  const edit = (file: string, change: (text: string) => string): void => {
    writeFileSync(path.join(root, file), change(readFileSync(path.join(root, file), 'utf8')));
  };
  edit('package.json', (text) => text.replace(`"${version}"`, '"99.0.0"'));
  edit(`dist/${bundle}`, (text) => text.replaceAll(`"${version}"`, '"99.0.0"'));
  // Both bundles and the source map.
  for (const name of readdirSync(dist).filter((other) => other.startsWith(bundle.slice(0, -4))))
    renameSync(path.join(dist, name), path.join(dist, `0${name.slice(1)}`));
  edit('templates/components/byline.tsx', rename);
  edit('dist/types/templates/components/byline.d.ts', rename);
  const users = ['components/post-entry.tsx', 'components/lead-post.tsx', 'pages/post.11ty.tsx'];
  for (const page of users)
    edit(`templates/${page}`, (text) => text.replaceAll(/(<Byline [^>]*)authors=/g, '$1writers='));
  edit('CHANGELOG.md', (text) =>
    text.replace('### Added\n', '### Changed\n\n- `byline.tsx` takes `writers`.\n\n$&'),
  );
  writeRelease(root, 'dist/release.json');
  const packed = path.join(folder, 'next.tgz');
  const { exitCode, stderr } = await run('tar', ['-czf', packed, '-C', next, 'package']);
  expect(exitCode, stderr).toBe(0);
  return packed;
}

/** A component that takes the authors as this prop. */
function bylineWith(prop: string): string {
  return `import type { Byline, Words } from '${NAME}/model';
interface Props { readonly ${prop}: readonly Byline[]; readonly words: Words }
export function Byline(props: Props) { return <p class="own-byline">{props.${prop}.length}</p>; }
`;
}

function rename(text: string): string {
  return text.replaceAll(/\bauthors\b/g, 'writers');
}

async function install(tarball: string): Promise<void> {
  const args = ['install', tarball, '--prefer-offline', '--no-audit', '--no-fund'];
  const { exitCode, stderr } = await run('npm', args, { cwd: blog });
  expect(exitCode, stderr).toBe(0);
}

async function megabytes(): Promise<number> {
  const { stdout } = await run('du', ['-sm', path.join(blog, 'node_modules')]);
  return Number.parseInt(stdout, 10);
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

function manifestOf(project: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
  return manifest;
}
