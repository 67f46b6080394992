/** An image with the built site and its web server. https://docs.docker.com/reference/dockerfile/ */
import type { NewFile } from '../new-file.ts';
import { INSTALL, NODE, buildFor, type Blog } from './set-up.ts';

/** What the build does not need, or makes itself. */
const IGNORED = ['**/node_modules', '_site', '.cache', '.git', 'before-init', 'Dockerfile'];

/** Text is compressed once, not for every reader. */
const COMPRESS = `RUN find _site -type f -size +1k \\
      \\( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.xml' \\
      -o -name '*.svg' -o -name '*.txt' \\) -exec gzip --best --force --keep --no-name {} +`;

export function nginxImage(blog: Blog): NewFile[] {
  const site = `/srv/www${blog.basePath}`;
  return [
    ...image('nginx', blog, 'nginx:stable-alpine', 'nginx.conf', '/etc/nginx/nginx.conf'),
    {
      path: 'nginx.conf',
      content: `# Of the image that Dockerfile makes.
worker_processes auto;

events {}

http {
  include /etc/nginx/mime.types;
  include ${site}_hosts/nginx/http.conf;
  sendfile on;

  server {
    listen 80;
    root /srv/www;
    include ${site}_hosts/nginx/server.conf;
  }
}
`,
    },
  ];
}

export function caddyImage(blog: Blog): NewFile[] {
  const site = `/srv/www${blog.basePath}`;
  return [
    ...image('caddy', blog, 'caddy:2-alpine', 'Caddyfile', '/etc/caddy/Caddyfile'),
    {
      path: 'Caddyfile',
      content: `# Of the image that Dockerfile makes. With SITE_ADDRESS=blog.example.org, Caddy fetches a certificate.
{$SITE_ADDRESS::80} {
\troot * /srv/www
\timport ${site}_hosts/caddy/site.caddy
}
`,
    },
  ];
}

function image(
  host: 'nginx' | 'caddy',
  { basePath }: Blog,
  server: string,
  configuration: string,
  place: string,
): NewFile[] {
  return [
    {
      path: 'Dockerfile',
      content: `# syntax=docker/dockerfile:1
# Builds the blog and serves it: docker build --tag blog . && docker run --publish 8000:80 blog
FROM node:${NODE}-slim AS build
WORKDIR /blog
COPY package.json package-lock.json ./
RUN ${INSTALL}
COPY . .
# What one build has made, the next takes.
RUN --mount=type=cache,target=/blog/.cache --mount=type=cache,target=/blog/node_modules/.cache \\
    ${buildFor(host)}
${COMPRESS}

FROM ${server}
COPY ${configuration} ${place}
COPY --from=build /blog/_site /srv/www${basePath}
EXPOSE 80
`,
    },
    { path: '.dockerignore', content: `${IGNORED.join('\n')}\n` },
  ];
}
