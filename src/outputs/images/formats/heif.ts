/**
 * Reads and cleans AVIF and HEIC, which share the structure HEIF.
 * https://aomediacodec.github.io/av1-avif/, ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items)
 */

interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content starts. */
  readonly body: number;
  readonly end: number;
}

/** Boxes whose content is not about pixels: XMP, provenance, and tags of films. */
const METADATA_BOXES = new Set(['uuid', 'udta']);

/** Brands of a file, its own one first; none if it is not HEIF or a relative. */
export function brandsOf(bytes: Buffer): string[] {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = Math.min(bytes.length, bytes.readUInt32BE(0));
  const brands = [bytes.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return brands;
}

/** Whether an AVIF is animated. */
export function isSequence(bytes: Buffer): boolean {
  return brandsOf(bytes).includes('avis');
}

/**
 * Size of the image as it is shown.
 * @throws if the file does not tell
 */
export function heifSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  const meta = metaOf(bytes);
  const properties = childOf(bytes, meta, 'iprp');
  const all = [...boxesIn(bytes, childOf(bytes, properties, 'ipco'))];
  const primary = childOf(bytes, meta, 'pitm');
  const isShort = bytes[primary.body] === 0;
  const id = isShort ? bytes.readUInt16BE(primary.body + 4) : bytes.readUInt32BE(primary.body + 4);
  const own = propertiesOf(bytes, childOf(bytes, properties, 'ipma'), id).map(
    (number) => all[number - 1],
  );
  const extent = own.find((box) => box?.type === 'ispe');
  if (extent === undefined) throw new Error('The image has no size.');
  const turn = own.find((box) => box?.type === 'irot');
  const [width, height] = [4, 8].map((at) => bytes.readUInt32BE(extent.body + at));
  const sides = { width: width ?? 0, height: height ?? 0 };
  const isTurned = turn !== undefined && ((bytes[turn.body] ?? 0) & 1) === 1;
  return isTurned ? { width: sides.height, height: sides.width } : sides;
}

/** A copy of the same length whose Exif and XMP are empty and no longer listed. */
export function cleanHeif(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (const box of boxesIn(copy)) {
    if (METADATA_BOXES.has(box.type)) free(copy, box);
    if (box.type === 'moov')
      for (const child of boxesIn(copy, box)) if (METADATA_BOXES.has(child.type)) free(copy, child);
  }
  const meta = metaOf(copy);
  const hidden = new Set<number>();
  for (const entry of infosOf(copy, childOf(copy, meta, 'iinf'))) {
    const idSize = bytes[entry.body] === 2 ? 2 : 4;
    const at = entry.body + 4 + idSize + 2;
    const type = copy.toString('latin1', at, at + 4);
    if (type !== 'Exif' && type !== 'mime' && type !== 'uri ') continue;
    hidden.add(copy.readUIntBE(entry.body + 4, idSize));
    // Decoders skip items of an unknown type.
    copy.write('free', at, 'latin1');
    copy.fill(0, at + 4, entry.end);
  }
  if (hidden.size === 0) return copy;
  for (const [start, end] of placesOf(copy, meta, hidden)) copy.fill(0, start, end);
  return copy;
}

function* boxesIn(bytes: Buffer, parent?: Box, skipped = 0): Generator<Box> {
  const end = parent?.end ?? bytes.length;
  for (let start = (parent?.body ?? 0) + skipped; start + 8 <= end;) {
    const short = bytes.readUInt32BE(start);
    const isLong = short === 1;
    const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short || end - start;
    if (size < 8) return;
    const type = bytes.toString('latin1', start + 4, start + 8);
    yield { type, start, body: start + (isLong ? 16 : 8), end: Math.min(end, start + size) };
    start += size;
  }
}

function metaOf(bytes: Buffer): Box {
  return metaBody(childOf(bytes, undefined, 'meta'));
}

/** Skips version and flags. */
function metaBody(box: Box): Box {
  return { ...box, body: box.body + 4 };
}

function childOf(bytes: Buffer, parent: Box | undefined, type: string): Box {
  for (const box of boxesIn(bytes, parent)) if (box.type === type) return box;
  throw new Error(`The file has no box "${type}".`);
}

function infosOf(bytes: Buffer, list: Box): Box[] {
  return [...boxesIn(bytes, list, bytes[list.body] === 0 ? 6 : 8)];
}

/** Numbers of the properties of an item, from 1. */
function propertiesOf(bytes: Buffer, box: Box, id: number): number[] {
  const idSize = bytes[box.body] === 0 ? 2 : 4;
  const isWide = ((bytes[box.body + 3] ?? 0) & 1) === 1;
  const size = isWide ? 2 : 1;
  let at = box.body + 8;
  for (let left = bytes.readUInt32BE(box.body + 4); left > 0 && at < box.end; left--) {
    const item = bytes.readUIntBE(at, idSize);
    const count = bytes[at + idSize] ?? 0;
    at += idSize + 1;
    const start = at;
    at += count * size;
    if (item !== id) continue;
    return Array.from(
      { length: count },
      (_, index) => bytes.readUIntBE(start + index * size, size) & (isWide ? 0x7fff : 0x7f),
    );
  }
  return [];
}

/** Where the items are stored: starts and ends. */
function placesOf(bytes: Buffer, meta: Box, ids: ReadonlySet<number>): [number, number][] {
  const { body } = childOf(bytes, meta, 'iloc');
  const version = bytes[body] ?? 0;
  const idSize = version < 2 ? 2 : 4;
  const sizes = bytes.readUInt16BE(body + 4);
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, indexSize = 0] = [12, 8, 4, 0].map(
    (shift) => (sizes >> shift) & 15,
  );
  let at = body + 6;
  const next = (size: number): number => {
    at += size;
    if (size > 6) return Number(bytes.readBigUInt64BE(at - 8));
    return size === 0 ? 0 : bytes.readUIntBE(at - size, size);
  };
  const places: [number, number][] = [];
  for (let items = next(idSize); items > 0; items--) {
    const id = next(idSize);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseSize) + (method === 1 ? childOf(bytes, meta, 'idat').body : 0);
    for (let extents = next(2); extents > 0; extents--) {
      if (version > 0) next(indexSize);
      const start = base + next(offsetSize);
      const length = next(lengthSize);
      if (ids.has(id) && method < 2)
        places.push([start, length === 0 ? bytes.length : start + length]);
    }
  }
  return places;
}

function free(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, body, end);
}
