/**
 * Makes a misspelt name in a template an error. What an object does not have
 * itself is looked up in its prototype: one that throws costs nothing where
 * names are right.
 */

import { Site } from '../site/model.ts';

/** Names that a message lists at most. */
const SHOWN = 12;

/** A template asks for what the model does not have. */
export class MissingProperty extends Error {
  constructor(name: string, owner: object) {
    const names = Object.keys(owner).map((own) => `\`${own}\``);
    const more = names.length > SHOWN ? ', ...' : '';
    super(`there is no \`${name}\` beside ${names.slice(0, SHOWN).join(', ')}${more}`);
    this.name = 'MissingProperty';
  }
}

/** What the language and template engines look for in whatever they get, and what the model may lack. */
const MAY_BE_ABSENT = new Set(
  'then toJSON toLiquid liquidMethodMissing next size first last $$typeof lang dir'.split(' '),
);

const STRICT = new Proxy(Object.prototype, {
  get(target, name, owner) {
    if (typeof name === 'symbol' || name in target || MAY_BE_ABSENT.has(name))
      return Reflect.get(target, name, owner);
    // Eleventy marks what it pages through.
    if (name.startsWith('eleventy')) return undefined;
    throw new MissingProperty(name, owner);
  },
});

/** Tables by path or attribute, and parts of a site that are for others than templates. */
const OPEN = new Set(
  'hashed attributes redirects hostFiles stubs assets images cards warnings'.split(' '),
);

/** Makes a site strict, with all plain objects that templates reach from it. */
export function makeStrict(site: Site): Site {
  Object.setPrototypeOf(Site.prototype, STRICT);
  makeObjectsStrict(site, new Set());
  return site;
}

function makeObjectsStrict(value: object, seen: Set<object>): void {
  seen.add(value);
  if (Object.getPrototypeOf(value) === Object.prototype) Object.setPrototypeOf(value, STRICT);
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null && !seen.has(part) && !OPEN.has(name))
      makeObjectsStrict(part, seen);
  }
}
