/** Licences of a site's content: names and addresses of Creative Commons, or any other. */

export interface Licence {
  /** `CC BY-SA 4.0` */
  readonly text: string;
  /** Absent for a licence that has only a name. */
  readonly url: string | undefined;
}

const KIND = 'by(?:-nc)?(?:-sa|-nd)?';
const VERSION = '1\\.0|2\\.0|2\\.5|3\\.0|4\\.0';
const NAME = new RegExp(`^cc-(${KIND})-(${VERSION})$`);
const ADDRESS = new RegExp(
  `^https?://creativecommons\\.org/licenses/(${KIND})/(${VERSION})(?:/|$)`,
  'i',
);
const ZERO = /^cc-?0(?:-1\.0)?$/;
const ZERO_ADDRESS = /^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/i;

/** @returns `undefined` for a name that looks like one of Creative Commons and is none */
export function licenceOf(written: string): Licence | undefined {
  const name = written.trim();
  if (/^https?:\/\//i.test(name)) return licenceAt(name);
  const key = name
    .toLowerCase()
    .replace(/^creative commons/, 'cc')
    .replace(/[\s_-]+/g, '-');
  if (ZERO.test(key)) return zero();
  const [, kind, version] = NAME.exec(key) ?? [];
  if (kind !== undefined && version !== undefined)
    return { text: nameOf(kind, version), url: addressOf(kind, version) };
  return /^cc(?:-|$|0)/.test(key) ? undefined : { text: name, url: undefined };
}

function licenceAt(url: string): Licence {
  if (ZERO_ADDRESS.test(url)) return { ...zero(), url };
  const [, kind, version] = ADDRESS.exec(url) ?? [];
  const isKnown = kind !== undefined && version !== undefined;
  const text = isKnown ? nameOf(kind, version) : url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');
  return { text, url };
}

function zero(): Licence {
  return { text: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
}

function nameOf(kind: string, version: string): string {
  return `CC ${kind.toUpperCase()} ${version}`;
}

function addressOf(kind: string, version: string): string {
  return `https://creativecommons.org/licenses/${kind}/${version}/`;
}
