/** Nothing in a post runs code, restyles the page or loads forbidden resources. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { elements, lineOf } from '../support/dom.ts';
import { HOSTILE } from '../support/hostile.ts';
import { render } from '../support/render.ts';
import { temporaryFolder } from '../support/scratch.ts';

/** An element, whichever parser has found it. */
interface Found {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const HARMLESS_ELEMENTS = new Set(
  (
    'a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i iframe ' +
    'img input ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td th thead tr u ul video source'
  ).split(' '),
);
const HARMLESS_ATTRIBUTES =
  /^(?:id|class|href|src|poster|cite|alt|title|width|height|loading|fetchpriority|decoding|tabindex|role|lang|dir|open|start|type|checked|disabled|scope|colspan|rowspan|aria-(?:label|describedby|hidden)|data-(?:footnote(?:s|-ref|-backref)|page|medium))$/;
const ADDRESSES = ['href', 'src', 'poster', 'cite'];
const SITE_CLASSES = /skip-link|site-header|post-meta/;

/** What could harm a reader. */
function dangers(found: readonly Found[]): string[] {
  return found.flatMap(({ name, attributes }) => [
    ...(HARMLESS_ELEMENTS.has(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([attribute, value]) => {
      if (!HARMLESS_ATTRIBUTES.test(attribute)) return [`<${name} ${attribute}="${value}">`];
      if (attribute === 'class' && SITE_CLASSES.test(value)) return [`<${name} class="${value}">`];
      if (!ADDRESSES.includes(attribute)) return [];
      const { protocol, hostname } = new URL(value, 'https://garden.example/post/');
      const safe =
        name === 'iframe'
          ? hostname === 'www.youtube-nocookie.com'
          : /^(?:https?|mailto):$/.test(protocol);
      return safe ? [] : [`<${name} ${attribute}="${value}">`];
    }),
  ]);
}

describe('a hostile post', () => {
  it.each(Object.entries(HOSTILE))('is harmless: %s', async (_name, markdown) => {
    const { document } = await render(markdown, { files: ['x.png'] });
    const found = elements(document).map(({ name, attribs }) => ({ name, attributes: attribs }));
    expect(dangers(found)).toEqual([]);
  });

  it('is detected by this test', () => {
    const attributes = { onclick: 'x', href: ' java\tscript:x', style: 'x' };
    expect(dangers([{ name: 'script', attributes }])).toHaveLength(4);
    expect(dangers([{ name: 'a', attributes: { href: '&colon;' } }])).toEqual([]);
  });
});

const InBrowser = z.record(
  z.string(),
  z.array(z.object({ name: z.string(), attributes: z.record(z.string(), z.string()) })),
);

describeWith(CHROMIUM, 'a hostile post in a browser', (browser) => {
  let seen: z.output<typeof InBrowser> = {};

  beforeAll(async () => {
    const bodies: Record<string, string> = {};
    for (const [name, markdown] of Object.entries(HOSTILE)) {
      bodies[name] = (await render(markdown, { files: ['x.png'] })).html;
    }
    seen = await readInBrowser(browser, bodies);
  });

  it.each(Object.keys(HOSTILE))('is harmless: %s', (name) => {
    expect(seen).toHaveProperty([name]);
    expect(dangers(seen[name] ?? [])).toEqual([]);
  });
});

/** The elements that a browser makes of each text; it reads HTML as no library quite does. */
async function readInBrowser(
  browser: string,
  bodies: Readonly<Record<string, string>>,
): Promise<z.output<typeof InBrowser>> {
  const folder = temporaryFolder('browser');
  const file = path.join(folder, 'page.html');
  writeFileSync(
    file,
    `<!DOCTYPE html><meta charset="utf-8"><pre></pre><script type="application/json">
${JSON.stringify(bodies).replaceAll('<', '\\u003c')}
</script><script>
const bodies = JSON.parse(document.scripts[0].textContent);
const seen = {};
for (const [name, html] of Object.entries(bodies)) {
  const page = new DOMParser().parseFromString('<article>' + html + '</article><hr id="end">', 'text/html');
  seen[name] = [...page.body.querySelectorAll('*')]
    .filter(({ id, localName }) => id !== 'end' && localName !== 'article')
    .map(({ localName, attributes }) => ({
      name: localName,
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
    }));
}
document.querySelector('pre').textContent = encodeURIComponent(JSON.stringify(seen));
</script>`,
  );
  const { exitCode, stdout, stderr } = await run(browser, [
    ...['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`],
    ...['--dump-dom', pathToFileURL(file).href],
  ]);
  const encoded = /<pre>([^<]*)<\/pre>/.exec(stdout)?.[1] ?? '';
  if (exitCode !== 0 || encoded === '') throw new Error(`The browser said: ${stderr}`);
  return InBrowser.parse(JSON.parse(decodeURIComponent(encoded)));
}

describe('raw HTML', () => {
  it('keeps allowed elements', async () => {
    const html =
      '<details open><summary>More</summary><p dir="rtl" lang="ar">x</p></details>' +
      '<figure><img src="https://x.example/a.png" alt="a" width="4"><figcaption>c</figcaption></figure>' +
      '<table><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">d</td></tr></tbody></table>' +
      '<video src="https://x.example/a.mp4" controls></video><kbd>k</kbd><sub>1</sub><sup>2</sup><mark>m</mark><abbr title="t">a</abbr>';
    const { document } = await render(html);
    const names = new Set(elements(document).map(({ name }) => name));
    for (const name of 'details summary p figure img figcaption table th td video kbd sub sup mark abbr'.split(
      ' ',
    )) {
      expect(names).toContain(name);
    }
    const attributes = elements(document).flatMap(({ attribs }) =>
      Object.entries(attribs).map(String),
    );
    for (const attribute of [
      'open,',
      'dir,rtl',
      'lang,ar',
      'width,4',
      'scope,col',
      'colspan,2',
      'controls,',
      'title,t',
    ]) {
      expect(attributes).toContain(attribute);
    }
  });

  it('keeps the text of dropped elements, except scripts and styles', async () => {
    const { document } = await render(
      '<center>In the <font color="red">middle</font></center> <button>press</button> <script>run()</script><style>p{}</style>',
    );
    expect(lineOf(document)).toBe('In the middle press');
  });
});
