/** Every command in the documents works in a fresh clone. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RELEASE } from '../../src/upgrade/release.mjs';
import { ROOT, run } from '../support/build-site.ts';
import { copyProject } from '../support/project-copy.ts';

/** Commands that cannot run here, each with the reason. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'npm ci': 'fetches packages; `test/setup` checks that the lock file agrees',
  'npm test': 'is what runs now',
  'npm run lint': 'is done by `.ci/run` and by every workflow, before the tests',
  'npm run typecheck': 'is done by `.ci/run` and by every workflow, before the tests',
  'npm run dev': 'runs until it is stopped; `test/dev` does that',
  'npx perennial-blog init': 'fetches the package; `test/init` and `test/end-to-end` start blogs',
  'npm install': 'fetches packages',
  'git commit --message "Start the blog"': 'needs to know who commits',
  'git push --set-upstream origin main': 'needs an account at GitHub',
  'npm run verify -- https://NAME.github.io/REPOSITORY/': 'needs a site; `test/verify` has one',
  'npm run init': 'asks; `test/init` answers',
  'npm run dev -- --lan': 'runs until it is stopped; `test/dev` does that',
  'npm test -- test/support': 'is a part of what runs now',
  'npm run bench': 'takes minutes; `CONTRIBUTING.md` has it smaller',
  'npm run bench:publish': 'fetches packages; `docs/performance.md` has it without',
  'npm run axe -- --content content': 'needs a browser; `test/browser` does that',
  'npm run scores -- --runs 1 --content content': 'needs a browser, and time',
  'npm run screenshots': 'needs a browser; `test/browser` does that',
};

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .toSorted(),
];

const withCommands = DOCUMENTS.map((file) => ({ file, commands: commandsOf(file) })).filter(
  ({ commands }) => commands.length > 0,
);

/** One for all documents, so that the program is compiled once. */
let clone: string;

beforeAll(() => {
  clone = copyProject();
});

describe.each(withCommands)('$file', ({ commands }) => {
  it.each(commands.filter((command) => !Object.hasOwn(NOT_HERE, command)))(
    '%s',
    async (command) => {
      const { exitCode, stdout, stderr } = await run('bash', ['-euc', command], {
        cwd: clone,
        // Most readers have no corpus, and its builds take long.
        env: { CORPUS_DIR: '' },
      });
      expect(exitCode, stdout + stderr).toBe(0);
    },
  );
});

describe('the documents', () => {
  it('tell a reader to build, and where the site is then', async () => {
    expect(commandsOf('README.md')).toEqual(expect.arrayContaining(['npm ci', 'npm run build']));
    rmSync(path.join(clone, '_site'), { recursive: true, force: true });
    const { exitCode, stderr } = await run('npm', ['run', 'build'], { cwd: clone });
    expect(exitCode, stderr).toBe(0);
    expect(existsSync(path.join(clone, '_site/index.html'))).toBe(true);
  });

  it('hold all commands that are excused here', () => {
    const all = withCommands.flatMap(({ commands }) => commands);
    expect(Object.keys(NOT_HERE).filter((command) => !all.includes(command))).toEqual([]);
  });

  it('name only files that exist', () => {
    const named = /`((?:src|templates|test|public|\.oxlint)\/[\w./-]*\.[a-z]+)`/g;
    // The changelog names files of earlier versions.
    const current = DOCUMENTS.filter((file) => file !== 'CHANGELOG.md');
    const missing = current.flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(named)]
        .map(([, name = '']) => name)
        .filter(
          (name) =>
            !/[A-Z]{4,}/.test(name) && name !== RELEASE && !existsSync(path.join(ROOT, name)),
        )
        .map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('link to nothing that is not there', () => {
    const missing = DOCUMENTS.flatMap((file) =>
      linksOf(file)
        .filter(([target, heading]) => !isThere(target, heading))
        .map((link) => `${file}: ${link.join('#')}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Files or folders of the project that a document links to, each with the heading, if it names one. */
function linksOf(file: string): [target: string, heading: string | undefined][] {
  const text = prose(file)
    .replace(/`[^`\n]+`/g, '')
    .replace(/\bsrc(?:set)?="([^"]+)"/g, '[]($1)');
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#?([^)\s]*)\)/g)].map(
    ([, target, heading]) => [
      target ? path.join(path.dirname(file), target) : file,
      heading || undefined,
    ],
  );
}

function isThere(target: string, heading: string | undefined): boolean {
  if (!existsSync(path.join(ROOT, target))) return false;
  return heading === undefined || headingsOf(target).includes(heading);
}

/** As GitHub names them. */
function headingsOf(file: string): string[] {
  return [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A document without its code blocks. */
function prose(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8').replace(/^(```+)[^]*?^\1$/gm, '');
}

/** The lines of the shell's code blocks, without comments; a line may go on after a backslash. */
function commandsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
