/**
 * Repairs what damages WordPress exports: output of PHP before the document, control characters, `]]>` in
 * texts, and single bytes of Windows-1252 in UTF-8.
 */
import { isUtf8 } from 'node:buffer';
import type { SourceFile } from '../../source/source.ts';
import { CdataMender } from './cdata-mender.ts';

type Streamed = Pick<SourceFile, 'path' | 'stream'>;

/** Keeps the numbers of lines. Files in UTF-16 stay as they are. */
export function mendWxr(file: Streamed): Streamed {
  return { path: file.path, stream: () => mend(file.stream()) };
}

async function* mend(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const cdata = new CdataMender();
  let encoding: 'utf-8' | 'other' | 'utf-16' | undefined;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    waiting = Buffer.concat([waiting, piece]);
    if (encoding === undefined) {
      const start = startOf(waiting);
      if (start === undefined && waiting.length < MAX_NOISE) continue;
      encoding = encodingOf(waiting.subarray(start ?? 0));
      if (encoding !== 'utf-16') waiting = withoutNoise(waiting, start ?? 0);
    }
    if (encoding === 'utf-16') {
      yield waiting;
      waiting = Buffer.alloc(0);
      continue;
    }
    const end = encoding === 'utf-8' ? endOfCharacters(waiting) : waiting.length;
    yield cdata.write(clean(waiting.subarray(0, end), encoding));
    waiting = waiting.subarray(end);
  }
  if (encoding === 'utf-16') yield waiting;
  else {
    yield cdata.write(clean(waiting, encoding ?? 'utf-8'));
    yield cdata.end();
  }
}

/** Bytes before the document that are looked through for its beginning. */
const MAX_NOISE = 1024 * 1024;

function startOf(bytes: Buffer): number | undefined {
  if (isUtf16(bytes)) return 0;
  const starts = ['<?xml', '<rss'].map((mark) => bytes.indexOf(mark)).filter((at) => at !== -1);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const LINE_FEED = 0x0a;

/** Leaves the line feeds of the noise. */
function withoutNoise(bytes: Buffer, start: number): Buffer {
  if (start === 0) return bytes;
  const noise = bytes.subarray(0, start).filter((byte) => byte === LINE_FEED);
  return Buffer.concat([noise, bytes.subarray(start)]);
}

function encodingOf(bytes: Buffer): 'utf-8' | 'other' | 'utf-16' {
  if (isUtf16(bytes)) return 'utf-16';
  const head = bytes.subarray(0, 200).toString('latin1');
  const declared = /^<\?xml\s[^>]*encoding=["']([\w.:-]+)/.exec(head)?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(declared) ? 'utf-8' : 'other';
}

/** Where the last character that may go on in the next piece begins. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** Sequences of UTF-8 as RFC 3629 has them, or a single byte. */
const CHARACTERS =
  /[\0-\x7F]+|[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEF][\x80-\xBF]{2}|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}|[\x80-\xFF]/g;

function clean(bytes: Buffer, encoding: 'utf-8' | 'other'): Buffer {
  const valid = encoding === 'other' || isUtf8(bytes) ? bytes : asUtf8(bytes);
  // A callback for each byte takes too long where it is not needed.
  for (let at = 0; at < valid.length; at++)
    if (isControl(valid[at] ?? 0)) return Buffer.from(valid.filter((byte) => !isControl(byte)));
  return valid;
}

/** XML, section 2.2. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== LINE_FEED && byte !== 0x0d;
}

/** Reads the bytes that are not UTF-8 as Windows-1252. */
function asUtf8(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(CHARACTERS, (sequence) => {
    const code = sequence.charCodeAt(0);
    if (sequence.length > 1 || code < 0x80) return sequence;
    const character = code < 0xa0 ? (HIGH_CONTROLS[code - 0x80] ?? '') : sequence;
    return Buffer.from(character).toString('latin1');
  });
  return Buffer.from(text, 'latin1');
}

/**
 * Windows-1252 from 0x80 on. Some versions of Node.js decode these as Latin-1.
 * https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
const HIGH_CONTROLS =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';
