/**
 * Amazon S3 website buckets: the bucket's website configuration, and an upload
 * script that sets redirects on single objects.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html
 */
import type { PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import { SPLAT, namesOf, partsOf } from '../../lib/patterns.ts';
import { FRESH } from './headers.ts';
import { decoded, defineHost, grouped, type Deployment } from './host.ts';
import { listUrls, supportedRedirects } from './unsupported.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html */
const MAX_RULES = 50;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024;

/** Errors for a missing object: 403 if the bucket may not be listed. */
const MISSING = ['404', '403'];

const INDEX = 'index.html';

export const s3Host = defineHost('Amazon S3', (site, report) => {
  const { exact, patterns } = supportedRedirects(site, report, { canMatch });
  const not301 = exact.filter(({ status }) => status !== 301);
  if (not301.length > 0)
    report.unsupported(
      `redirects single URLs with status 301 only, including ${listUrls(not301)}.`,
      'Write `status: 301`, or leave `status` out, to make the redirect permanent.',
    );
  const tooLong = exact.filter(({ from }) => Buffer.byteLength(keyOf(site, from)) > MAX_KEY_BYTES);
  if (tooLong.length > 0)
    report.limit(
      `takes object keys of at most ${grouped(MAX_KEY_BYTES)} bytes. These old addresses are longer: ${listUrls(tooLong)}.`,
      'Remove them, or choose another host.',
    );
  const rules = patterns.flatMap((pattern) => routingRules(site, pattern));
  if (rules.length > MAX_RULES)
    report.limit(
      `takes at most ${MAX_RULES} routing rules, two per pattern. This site has ${patterns.length} patterns, so it would reject all of them.`,
      'Write fewer patterns in `redirects.yaml`, or list single addresses, whose number is not limited.',
    );
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
  };
});

/** Key of the object that S3 serves for a path. */
function keyOf({ basePath }: Deployment, path: string): string {
  const key = `${decoded(basePath)}${path}`.slice(1);
  return key.endsWith('/') ? key + INDEX : key;
}

/** A routing rule matches a prefix, and keeps either all of the rest or nothing. */
function canMatch({ from, to = '' }: PatternRedirect): boolean {
  const names = namesOf(to);
  return (
    from.endsWith('*') &&
    partsOf(from).every(({ kind }) => kind !== 'name') &&
    (names.length === 0 || (names.length === 1 && to.endsWith(`:${SPLAT}`)))
  );
}

/** Rules for missing objects only; existing objects take precedence. */
function routingRules({ home }: Deployment, { from, to = '/', status }: PatternRedirect) {
  const root = decoded(home.url).slice(1);
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

/** A POSIX shell script that uses the AWS CLI. */
function uploadScript(site: Deployment, redirects: readonly Redirect[]): string {
  const root = quote(`${decoded(site.basePath)}/`);
  return `#!/bin/sh
# Puts this site into a bucket: sh upload.sh BUCKET
set -eu
bucket=\${1:?"Name the bucket: sh upload.sh BUCKET"}
cd "$(dirname "$0")/../.."

feeds() {
  aws s3 cp . "s3://$bucket"${root} --recursive --exclude='*' --include="$1" --include="*/$1" --content-type="$2" --cache-control='${FRESH}'
}
download() {
  aws s3 cp "./$1" "s3://$bucket"${root}"$1" --content-type=application/octet-stream --content-disposition=attachment --cache-control='${FRESH}'
}
redirect() {
  aws s3api put-object --bucket="$bucket" --cache-control='${FRESH}' --key="$1" --website-redirect-location="$2" >/dev/null
}

aws s3 sync . "s3://$bucket"${root} --exclude='_hosts/*' --exclude='.perennial' --cache-control='${FRESH}'
${[
  // An index file has the key of its folder.
  ...new Set([
    ...site.feeds.map(({ name, type }) => command('feeds', name, type)),
    ...site.downloads.map((path) => command('download', path.slice(1))),
    ...redirects.map(({ from, to }) => command('redirect', keyOf(site, from), to.url)),
  ]),
].join('\n')}
`;
}

function command(name: string, ...values: readonly string[]): string {
  return [name, ...values.map(quote)].join(' ');
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02 */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
