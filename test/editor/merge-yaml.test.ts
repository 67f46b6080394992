/** Random edits of random front matter: nothing but the meant value changes. */
import { expect, it } from 'vitest';
import { mergeYaml } from '../../src/editor/merge/merge-yaml.ts';
import { tryYaml } from '../../src/editor/merge/read-yaml.ts';
import { isMap, isSame, type Values } from '../../src/editor/merge/same-value.ts';
import { quoted } from '../../src/lib/yaml-text.ts';
import { randomFrom } from '../support/random.ts';
import { required } from '../support/required.ts';

const CASES = 1500;

const TEXTS = [
  ...[
    'roses',
    'a: b',
    'x #y',
    "it's",
    '"q"',
    '- dash',
    '@at',
    '*star',
    '&amp',
    'true',
    '1.10',
    '~',
  ],
  ...['2024-01-02', 'a, b', '[x]', '{y}', '%p', '!tag', '? q', '|', '#', ' lead', 'tab\tx', '\\'],
  ...[': colon', 'end:', '💐', 'a  b', '`tick`', 'key: value # c'],
];

const FIELDS = [
  ...['NAME: plain text\n', 'NAME: 2024-03-01 # day\n', 'NAME:   # nothing\n', 'NAME: []\n'],
  ...["NAME: 'it''s'\n", 'NAME: "a \\"b\\"" # c\n', "NAME: [ a, 'b, c' ]\n", 'NAME: { k: v }\n'],
  ...['NAME:\n  - a # one\n  - "b"\n', 'NAME:\n- a\n-   b c\n', 'NAME: [a,\n  b]\n'],
  ...['NAME:\n  sub: a # b\n  # in\n  other:\n    - x\n', 'NAME: plain\n  goes on\n'],
  ...['NAME: |-\n  text # no comment\n\n  # more\n', 'NAME: >\n  folded\n  text\n\n'],
  'NAME:\n  - label: One\n    url: /a/ # u\n  - label: Two\n',
];

const BETWEEN = ['', '', '# comment\n', '\n', '\n# two\n\n'];
const NAMES = ['title', 'tags', 'og:x', 'a b'];

it('changes one value, and the lines of its field', () => {
  const below = randomFrom(7);
  const pick = <Item>(items: readonly Item[]): Item => required(items[below(items.length)]);
  for (let count = 0; count < CASES; count++) {
    const fields = NAMES.filter(() => below(3) > 0).map((name) => ({
      name,
      text: pick(FIELDS).replace('NAME', () => pick([name, quoted(name), JSON.stringify(name)])),
    }));
    const yaml = fields.map(({ text }) => pick(BETWEEN) + text).join('') + pick(BETWEEN);
    const before = valuesOf(yaml);
    expect(mergeYaml(yaml, before), yaml).toBe(yaml);

    const name = pick([...NAMES, 'new']);
    const old = before[name];
    const after = {
      ...before,
      [name]: pick<() => unknown>([
        () => pick(TEXTS),
        () => `${pick(TEXTS)}\n\nmore`,
        () => undefined,
        () => true,
        () => (Array.isArray(old) ? [...old.toReversed(), pick(TEXTS)] : [pick(TEXTS)]),
        () => (Array.isArray(old) ? old.slice(1) : []),
        () => ({ ...(isMap(old) ? old : {}), sub: pick(TEXTS) }),
      ])(),
    };
    const merged = mergeYaml(yaml, after);
    expect(isSame(valuesOf(merged), after), `${yaml}\n${JSON.stringify(after)}\n${merged}`).toBe(
      true,
    );
    const kept = fields.filter((field) => field.name !== name);
    for (const { text } of kept) expect(merged, `${yaml}\n${name}`).toContain(text.trimEnd());
  }
});

function valuesOf(yaml: string): Values {
  const read = tryYaml(yaml) ?? {};
  if (!isMap(read)) throw new Error(`No map: ${yaml}`);
  return read;
}
