/** What each host needs to build and publish a blog. */
import type { HostName } from '../../content/site-schema.ts';
import { caddyImage, nginxImage } from './docker.ts';
import { deployWorkflow, githubPages } from './github.ts';
import { SCRIPT, deployScript, rsyncScript } from './script.ts';
import { INSTALL, NODE, buildFor, type Blog, type SetUp } from './set-up.ts';

type Maker = (blog: Blog) => SetUp;

const IMAGE =
  'Or make an image: docker build --tag blog . && docker run --publish 8000:80 blog, then open http://localhost:8000/.';
const RSYNC = `Copy the blog to your server: ./${SCRIPT} you@blog.example.org:/srv/www/blog`;

const MAKERS: Readonly<Record<HostName, Maker>> = {
  static: () => ({ files: [rsyncScript('static')], steps: [RSYNC] }),
  'github-pages': githubPages,
  netlify,
  cloudflare,
  vercel,
  gitlab,
  firebase,
  azure,
  nginx: (blog) => ({
    files: [rsyncScript('nginx', 'nginx -t && nginx -s reload'), ...nginxImage(blog)],
    steps: [RSYNC, IMAGE],
  }),
  apache: () => ({
    files: [rsyncScript('apache', 'apachectl configtest && apachectl graceful')],
    steps: [RSYNC],
  }),
  htaccess: () => ({ files: [rsyncScript('htaccess')], steps: [RSYNC] }),
  caddy: (blog) => ({
    files: [
      rsyncScript('caddy', 'caddy reload --config /etc/caddy/Caddyfile'),
      ...caddyImage(blog),
    ],
    steps: [RSYNC, IMAGE],
  }),
  s3,
};

export function setUpFor(host: HostName, blog: Blog): SetUp {
  return MAKERS[host](blog);
}

function daily(docs: string): string {
  return `For posts with a date in the future, let the host build every day; ${docs}/guide/deploy.md says how.`;
}

/** https://docs.netlify.com/build/configure-builds/file-based-configuration/ */
function netlify({ docs }: Blog): SetUp {
  const content = `# How Netlify builds the blog.
[build]
  command = "${buildFor('netlify')}"
  publish = "_site"

[build.environment]
  NODE_VERSION = "${NODE}"

# Addresses stay as they are, with or without .html.
[build.processing.html]
  pretty_urls = false
`;
  return {
    files: [{ path: 'netlify.toml', content }],
    steps: [
      'Push the blog to GitHub or GitLab, and import the repository on Netlify.',
      daily(docs),
    ],
  };
}

/** A Worker with static assets. https://developers.cloudflare.com/workers/wrangler/configuration/ */
function cloudflare({ name, docs }: Blog): SetUp {
  const content = `{
  // How Cloudflare builds and serves the blog: npx wrangler deploy
  "$schema": "https://unpkg.com/wrangler/config-schema.json",
  "name": ${JSON.stringify(name)},
  "compatibility_date": "2026-01-01",
  "build": { "command": "${buildFor('cloudflare')}" },
  "assets": { "directory": "./_site", "not_found_handling": "404-page" }
}
`;
  return {
    files: [{ path: 'wrangler.jsonc', content }],
    steps: [
      'Deploy: npx wrangler deploy',
      'Or import the repository on Cloudflare, which runs this command after each push.',
      daily(docs),
    ],
  };
}

/**
 * A build on Vercel would ignore the redirects and headers in `_site/vercel.json`, so the site is
 * built elsewhere. https://vercel.com/docs/project-configuration/git-configuration
 */
function vercel(): SetUp {
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    git: { deploymentEnabled: false },
  };
  const secrets = ['VERCEL_TOKEN', 'VERCEL_ORG_ID', 'VERCEL_PROJECT_ID'];
  return {
    files: [
      { path: 'vercel.json', content: `${JSON.stringify(config, null, 2)}\n` },
      deployScript({
        host: 'vercel',
        about: [
          'Builds the blog and deploys it on Vercel. Without VERCEL_TOKEN, it uses your login of',
          'the command line; VERCEL_ORG_ID and VERCEL_PROJECT_ID name the project.',
        ],
        commands: 'npx --yes vercel deploy _site --prod ${VERCEL_TOKEN:+--token "$VERCEL_TOKEN"}',
      }),
      deployWorkflow('vercel', 'Vercel', secrets),
    ],
    steps: [
      `Deploy: ./${SCRIPT}`,
      `Or push to GitHub, with the secrets ${secrets.join(', ')}: the workflow deploys after each push, and every day.`,
    ],
  };
}

/** https://docs.gitlab.com/user/project/pages/ */
function gitlab(): SetUp {
  const content = `# Publishes the blog on GitLab Pages. For posts with a date in the future, add a daily schedule under
# Build > Pipeline schedules.
pages:
  image: node:${NODE}
  script:
    - ${INSTALL} --cache .npm
    - ${buildFor('gitlab')}
  cache:
    key: blog
    paths: [.npm/, .cache/]
  pages:
    publish: _site
  artifacts:
    paths: [_site]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
  return {
    files: [{ path: '.gitlab-ci.yml', content }],
    steps: [
      'Push to GitLab: the pipeline builds and publishes the blog.',
      'Add a daily schedule under Build > Pipeline schedules, for posts with a date in the future, and the variable PERENNIAL_CACHE_KEY, a long random text, so that builds share their cache.',
    ],
  };
}

function firebase(): SetUp {
  const script = deployScript({
    host: 'firebase',
    about: ['Builds the blog and deploys it on Firebase: ./deploy.sh PROJECT'],
    needs: { variable: 'FIREBASE_PROJECT', example: 'PROJECT' },
    commands:
      'npx --yes firebase-tools deploy --only hosting --config _site/firebase.json --project "$FIREBASE_PROJECT"',
  });
  return { files: [script], steps: [`Deploy: ./${SCRIPT} PROJECT`] };
}

function azure(): SetUp {
  const script = deployScript({
    host: 'azure',
    about: [
      'Builds the blog and deploys it on Azure Static Web Apps. The tool asks you to log in, or',
      'reads SWA_CLI_DEPLOYMENT_TOKEN.',
    ],
    commands: 'npx --yes @azure/static-web-apps-cli deploy _site --env production',
  });
  return { files: [script], steps: [`Deploy: ./${SCRIPT}`] };
}

function s3(): SetUp {
  const script = deployScript({
    host: 's3',
    about: ['Builds the blog and uploads it to a bucket with website hosting: ./deploy.sh BUCKET'],
    needs: { variable: 'BUCKET', example: 'BUCKET' },
    commands: `aws s3api put-bucket-website --bucket "$BUCKET" --website-configuration file://_site/_hosts/s3/website.json
sh _site/_hosts/s3/upload.sh "$BUCKET"`,
  });
  return { files: [script], steps: [`Deploy: ./${SCRIPT} BUCKET`] };
}
