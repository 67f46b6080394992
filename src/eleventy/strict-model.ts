/**
 * Makes a misspelt name in a template an error. Objects of the model get a
 * prototype that throws on unknown names; existing names never reach it, so
 * correct templates lose no time.
 */

import type { Site } from '../site/model.ts';

/** Maximum number of names in a message. */
const SHOWN = 12;

/** A template reads a name that the model does not have. */
export class MissingProperty extends Error {
  constructor(name: string, owner: object) {
    const names = Object.keys(owner).map((own) => `\`${own}\``);
    const more = names.length > SHOWN ? ', ...' : '';
    super(`there is no \`${name}\` beside ${names.slice(0, SHOWN).join(', ')}${more}`);
    this.name = 'MissingProperty';
  }
}

/** Names that JavaScript and template engines read from any object, and optional names of the model. */
const MAY_BE_ABSENT = new Set(
  'then toJSON toLiquid liquidMethodMissing next size first last $$typeof lang dir'.split(' '),
);

const STRICT = new Proxy(Object.prototype, {
  get(target, name, owner) {
    if (typeof name === 'symbol' || Object.hasOwn(target, name) || MAY_BE_ABSENT.has(name))
      return Reflect.get(target, name, owner);
    // Eleventy marks paginated data.
    if (name.startsWith('eleventy')) return undefined;
    throw new MissingProperty(name, owner);
  },
});

/** Records with arbitrary keys, and parts of the site that templates do not read. */
const OPEN = new Set(
  'hashed attributes redirects hostFiles stubs assets images cards warnings'.split(' '),
);

/** @param isDeep whether all plain objects in the site become strict too */
export function makeStrict(site: Site, isDeep: boolean): void {
  if (isDeep) makeObjectsStrict(site, new Set());
  else Object.setPrototypeOf(site, STRICT);
}

function makeObjectsStrict(value: object, seen: Set<object>): void {
  seen.add(value);
  if (Object.getPrototypeOf(value) === Object.prototype) Object.setPrototypeOf(value, STRICT);
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null && !seen.has(part) && !OPEN.has(name))
      makeObjectsStrict(part, seen);
  }
}
