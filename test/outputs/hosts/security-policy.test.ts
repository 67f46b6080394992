/** The content security policy is the same on all hosts, and every page works under it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { HOST_NAMES } from '../../../src/content/site-schema.ts';
import { HOSTS } from '../../../src/outputs/hosts/emit.ts';
import { securityHeaders } from '../../../src/outputs/hosts/headers.ts';
import { Problems } from '../../../src/lib/problem.ts';
import type { OutputFolder } from '../../support/build-site.ts';
import { corpusSite } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { type Element, elements, isDataBlock, parsePage } from '../../support/dom.ts';

/** These hosts send no custom headers. */
const WITHOUT_HEADERS = ['static', 'github-pages', 'gitlab', 's3'];

const SITES = {
  'without frames': deployment({}),
  'with frames': deployment({}, '', { framed: ['player.vimeo.com', 'www.youtube-nocookie.com'] }),
  'below a base path': deployment({}, '/blog'),
  'with hosts of its settings': deployment({}, '', {
    framed: ['player.vimeo.com'],
    allowed: {
      scripts: ['https://scripts.example.org', 'https://*.example.net:8443/js/'],
      styles: ['https://styles.example.org'],
      images: ['https://images.example.org'],
      frames: ['https://player.vimeo.com', 'https://frames.example.org'],
      forms: ['https://forms.example.org/subscribe'],
      connect: ['https://api.example.org'],
    },
  }),
};

describe.each(Object.entries(SITES))('the security policy of a site %s', (_, site) => {
  const policy = securityHeaders(site)['Content-Security-Policy'];

  it.each(HOST_NAMES.filter((name) => !WITHOUT_HEADERS.includes(name)))(
    'appears once in the files for %s',
    (name) => {
      const { files } = HOSTS[name].emit(site, new Problems());
      const text = files.map(({ content }) => content).join('\n');
      expect(text.match(/default-src [^"\n]*'none'/g)).toEqual([policy]);
    },
  );

  it.each(WITHOUT_HEADERS)('does not appear in the files for %s', (name) => {
    const host = HOST_NAMES.find((known) => known === name);
    const files = host === undefined ? [] : HOSTS[host].emit(site, new Problems()).files;
    expect(files.map(({ content }) => content).join('\n')).not.toContain('default-src');
  });
});

it('allows only scripts, styles and resources of the site itself', () => {
  const policy = securityHeaders(SITES['without frames'])['Content-Security-Policy'];
  expect(policy).toMatchInlineSnapshot(
    `"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; media-src 'self' https:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"`,
  );
});

it('allows the hosts of the settings, each for its purpose', () => {
  const policy = securityHeaders(SITES['with hosts of its settings'])['Content-Security-Policy'];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' https://scripts.example.org https://*.example.net:8443/js/",
    "style-src 'self' https://styles.example.org",
    "img-src 'self' https: https://images.example.org",
    "media-src 'self' https:",
    "font-src 'self'",
    "connect-src 'self' https://api.example.org",
    "manifest-src 'self'",
    'frame-src https://player.vimeo.com https://frames.example.org',
    "base-uri 'none'",
    "form-action 'self' https://forms.example.org/subscribe",
    "frame-ancestors 'none'",
  ]);
});

describeWithCorpus('no page of the corpus', (corpus) => {
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
  });

  it('contains an inline script, inline style, event handler or eager frame', () => {
    const pages = output.files().filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(2000);
    const refused = pages.flatMap((file) =>
      elements(parsePage(output.read(file)))
        .filter(isRefused)
        .map(({ name }) => `${name} in ${file}`),
    );
    expect(refused).toEqual([]);
  });
});

/** Whether the policy would block the element. */
function isRefused(element: Element): boolean {
  const { name, attribs } = element;
  const isInlineScript = name === 'script' && attribs['src'] === undefined && !isDataBlock(element);
  return (
    isInlineScript ||
    ['style', 'iframe', 'object', 'embed', 'base', 'form'].includes(name) ||
    Object.entries(attribs).some(
      ([attribute, value]) =>
        /^(?:style|srcdoc|on.*)$/i.test(attribute) || /^\s*javascript:/i.test(value),
    )
  );
}
