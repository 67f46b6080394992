/**
 * Amazon S3, a bucket served as a website: what to tell the bucket, and a
 * script that fills it, as an object can redirect by itself.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html
 */
import type { PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import { decodePath } from '../../lib/paths.ts';
import { SPLAT, namesOf, partsOf } from '../../lib/patterns.ts';
import type { Problems } from '../../lib/problem.ts';
import { FRESH } from './headers.ts';
import { reportUnsupported, reportLimit, type Deployment, type Host } from './host.ts';
import { listed, matchable, reportGone } from './unsupported.ts';

const TITLE = 'Amazon S3';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html */
const MAX_RULES = 50;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024;

/** What S3 finds under a key that it does not have; 403 where the bucket may not be listed. */
const MISSING = ['404', '403'];

const INDEX = 'index.html';

export const s3Host: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { exact, patterns, gone } = matchable(site, TITLE, canMatch, problems);
    reportGone(site, TITLE, [...site.redirects.gone, ...gone], problems);
    reportStatuses(site, exact, problems);
    reportKeys(site, exact, problems);
    const rules = patterns.flatMap((pattern) => routingRules(site, pattern));
    if (rules.length > MAX_RULES) reportRules(site, patterns.length, problems);
    const website = {
      IndexDocument: { Suffix: INDEX },
      ErrorDocument: { Key: keyOf(site, site.notFound.path) },
      ...(rules.length > 0 && { RoutingRules: rules }),
    };
    return {
      files: [
        { path: '/_hosts/s3/website.json', content: `${JSON.stringify(website, null, 2)}\n` },
        { path: '/_hosts/s3/upload.sh', content: uploadScript(site, exact) },
      ],
      stubs: [],
    };
  },
};

/** What S3 looks for when it is asked for a path. */
function keyOf({ basePath }: Deployment, path: string): string {
  const key = `${decodePath(basePath) ?? basePath}${path}`.slice(1);
  return key.endsWith('/') ? key + INDEX : key;
}

/** A rule is for all keys that begin alike; it keeps the rest or nothing. */
function canMatch({ from, to }: PatternRedirect): boolean {
  const names = partsOf(from).filter(({ kind }) => kind === 'name');
  if (names.length > 0 || !from.endsWith('*') || to === undefined) return false;
  return namesOf(to).length === 0 || (namesOf(to).length === 1 && to.endsWith(`:${SPLAT}`));
}

/** Objects go before them. */
function routingRules(site: Deployment, { from, to = '/', status }: PatternRedirect) {
  const { home } = site;
  const root = (decodePath(home.url) ?? home.url).slice(1);
  const target = root + to.slice(1).replace(new RegExp(`:${SPLAT}$`), '');
  return MISSING.map((code) => ({
    Condition: {
      KeyPrefixEquals: root + from.slice(1, -1),
      HttpErrorCodeReturnedEquals: code,
    },
    Redirect: {
      ...(namesOf(to).length > 0 ? { ReplaceKeyPrefixWith: target } : { ReplaceKeyWith: target }),
      HttpRedirectCode: String(status),
    },
  }));
}

/** For POSIX sh, with the AWS command line. */
function uploadScript(site: Deployment, redirects: readonly Redirect[]): string {
  const root = quoted(`${decodePath(site.basePath) ?? site.basePath}/`);
  return `#!/bin/sh
# Puts this site into a bucket: sh upload.sh BUCKET
set -eu
bucket=\${1:?"Name the bucket: sh upload.sh BUCKET"}
cd "$(dirname "$0")/../.."

feeds() {
  aws s3 cp . "s3://$bucket"${root} --recursive --exclude='*' --include="$1" --include="*/$1" --content-type="$2" --cache-control='${FRESH}'
}
redirect() {
  aws s3api put-object --bucket="$bucket" --cache-control='${FRESH}' --key="$1" --website-redirect-location="$2" >/dev/null
}

aws s3 sync . "s3://$bucket"${root} --exclude='_hosts/*' --exclude='.perennial' --cache-control='${FRESH}'
${[
  ...site.feeds.map(({ name, type }) => command('feeds', name, type)),
  ...redirects.map(({ from, to }) => command('redirect', keyOf(site, from), to.url)),
].join('\n')}
`;
}

function command(name: string, ...values: readonly string[]): string {
  return [name, ...values.map(quoted)].join(' ');
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02 */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function reportStatuses(
  site: Deployment,
  redirects: readonly Redirect[],
  problems: Problems,
): void {
  const changed = redirects.filter(({ status }) => status !== 301);
  if (changed.length === 0) return;
  const message = `${TITLE} redirects single addresses with status 301 alone, so it does for ${listed(changed)}.`;
  const hint = 'Write `status: 301`, or nothing: the redirect is then for good.';
  reportUnsupported(site, { message, hint }, problems);
}

function reportKeys(site: Deployment, redirects: readonly Redirect[], problems: Problems): void {
  const long = redirects.filter(({ from }) => Buffer.byteLength(keyOf(site, from)) > MAX_KEY_BYTES);
  if (long.length === 0) return;
  const message = `${TITLE} takes names of ${MAX_KEY_BYTES.toLocaleString('en')} bytes, and these old addresses are longer: ${listed(long)}.`;
  const hint = 'Remove them, or choose another host.';
  reportLimit(site, { message, hint }, problems);
}

function reportRules(site: Deployment, count: number, problems: Problems): void {
  const message = `${TITLE} takes ${MAX_RULES} routing rules, two for each pattern, and the site has ${count} patterns, so none would be taken.`;
  const hint =
    'Write fewer patterns in `redirects.yaml`, or single addresses, of which there may be any number.';
  reportLimit(site, { message, hint }, problems);
}
