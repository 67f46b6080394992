/** Workflows of GitHub Actions. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
import { INSTALL, NODE, buildFor, type SetUp } from './set-up.ts';
import type { HostName } from '../../content/site-schema.ts';
import type { NewFile } from '../new-file.ts';

const FILE = '.github/workflows/deploy.yml';

/** What the build cache is kept under; the second is the key that signs it. */
const CACHES = ['.cache', 'node_modules/.cache/perennial'];

/** GitHub Pages. https://docs.github.com/en/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages */
export function githubPages(): SetUp {
  const content = `# Publishes the blog on GitHub Pages. In the settings of the repository, under Pages, choose
# "GitHub Actions" as the source.
${start('{ contents: read, pages: write, id-token: write }')}
jobs:
  build:
${job('github-pages')}
      - uses: actions/upload-pages-artifact@v5
        with:
          path: _site
          # Such as .well-known.
          include-hidden-files: true

  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
`;
  return {
    files: [{ path: FILE, content }],
    steps: [
      'On GitHub, choose "GitHub Actions" as the source under Settings > Pages.',
      `Commit and push: ${FILE} builds and publishes the blog, and does so again every day.`,
    ],
  };
}

/**
 * A workflow that runs `deploy.sh`, for a host that GitHub does not know.
 * @param secrets variables that the script reads
 */
export function deployWorkflow(host: HostName, title: string, secrets: readonly string[]): NewFile {
  const env = secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`).join('\n');
  const content = `# Publishes the blog on ${title}. It needs the secrets ${secrets.join(', ')}
# (Settings > Secrets and variables > Actions).
${start('{ contents: read }')}
jobs:
  deploy:
${job(host)}
      - run: ./deploy.sh --no-build
        env:
${env}
`;
  return { path: FILE, content };
}

function start(permissions: string): string {
  return `name: Deploy

on:
  push:
    branches: [main, master]
  # Posts with a date in the future appear on their day.
  schedule:
    - cron: '17 3 * * *'
  workflow_dispatch:

permissions: ${permissions}

# Finish a deployment before the next begins.
concurrency:
  group: deploy
  cancel-in-progress: false
`;
}

function job(host: HostName): string {
  return `    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        id: node
        with:
          node-version: ${NODE}
      # Packages are installed again when the lock file or Node.js changes.
      - uses: actions/cache@v6
        id: packages
        with:
          path: node_modules
          key: packages-\${{ runner.os }}-\${{ runner.arch }}-\${{ steps.node.outputs.node-version }}-\${{ hashFiles('package-lock.json') }}
      - run: ${INSTALL}
        if: steps.packages.outputs.cache-hit != 'true'
      # After \`npm ci\`, which empties node_modules.
      - uses: actions/cache@v6
        with:
          path: |
${CACHES.map((folder) => `            ${folder}`).join('\n')}
          key: blog-\${{ hashFiles('package-lock.json', 'content/**') }}
          restore-keys: blog-
      - run: ${buildFor(host)}`;
}
