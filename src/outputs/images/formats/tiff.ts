/**
 * Reads and cleans TIFF, the structure of TIFF images, most camera raw files, and Exif.
 * https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf
 */

const ORIENTATION = 274;
const SUB_IFDS = 330;
const EXIF_IFD = 34_665;
const GPS_IFD = 34_853;
const INTEROPERABILITY_IFD = 40_965;
const DNG_VERSION = 50_706;

/** Ranges of tags that describe pixels: layout, compression and colours. */
const PIXEL_TAGS = [
  ...[
    [254, 259],
    [262, 266],
    [273, 274],
    [277, 284],
    [286, 301],
  ],
  ...[
    [317, 347],
    [512, 532],
    [32_995, 32_998],
    [34_675, 34_675],
    [50_674, 50_674],
  ],
] as const;

/** Tags of raw files that name persons, places and devices; programs need the others to develop the picture. */
const PERSONAL_TAGS = new Set([
  ...[270, 315, 316, 700, 33_432, 33_723, 34_377, GPS_IFD],
  ...[37_510, 40_091, 40_092, 40_093, 40_094, 40_095, 42_032, 42_033, 42_037, 50_735, 50_827],
]);

/** Bytes of a value by its type. */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

interface Entry {
  readonly tag: number;
  /** The twelve bytes of the entry. */
  readonly bytes: Buffer;
  /** Where its value is stored: in the entry, or elsewhere. */
  readonly value: Buffer;
}

interface Directory {
  readonly at: number;
  readonly entries: readonly Entry[];
  /** Offset of the next directory; 0 after the last. */
  readonly next: number;
}

export function isTiff(bytes: Buffer): boolean {
  return ['II*\0', 'MM\0*'].includes(bytes.toString('latin1', 0, 4));
}

/** Exif orientation, 1 to 8. */
export function orientationOf(tiff: Buffer): number {
  try {
    const file = new TiffFile(tiff);
    const entry = file.read(file.first).entries.find(({ tag }) => tag === ORIENTATION);
    const orientation = entry === undefined ? 1 : file.uint16(entry.value, 0);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  } catch {
    return 1;
  }
}

/** Whether the first picture is only a thumbnail of the pixels of a sensor. */
export function isRawTiff(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 8, 10) === 'CR') return true;
  try {
    const file = new TiffFile(bytes);
    const { entries } = file.read(file.first);
    const has = (wanted: number): boolean => entries.some(({ tag }) => tag === wanted);
    const kind = entries.find(({ tag }) => tag === 254);
    const isThumbnail = kind !== undefined && (file.uint32(kind.value, 0) & 1) === 1;
    return has(DNG_VERSION) || (isThumbnail && has(SUB_IFDS));
  } catch {
    return false;
  }
}

/**
 * A copy without metadata. Of a raw file only what names persons, places and devices goes.
 * @throws {RangeError} if an offset points past the end
 */
export function cleanTiff(bytes: Buffer, isRaw: boolean): Buffer {
  const file = new TiffFile(Buffer.from(bytes));
  file.clean(file.first, (tag) =>
    isRaw
      ? !PERSONAL_TAGS.has(tag)
      : PIXEL_TAGS.some(([from = 0, to = 0]) => tag >= from && tag <= to),
  );
  return file.bytes;
}

class TiffFile {
  readonly bytes: Buffer;
  readonly #isLittleEndian: boolean;
  readonly #visited = new Set<number>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#isLittleEndian = bytes[0] === 0x49;
  }

  /** Offset of the first directory. */
  get first(): number {
    return this.uint32(this.bytes, 4);
  }

  uint16(from: Buffer, at: number): number {
    return this.#isLittleEndian ? from.readUInt16LE(at) : from.readUInt16BE(at);
  }

  uint32(from: Buffer, at: number): number {
    return this.#isLittleEndian ? from.readUInt32LE(at) : from.readUInt32BE(at);
  }

  read(at: number): Directory {
    const count = this.uint16(this.bytes, at);
    const end = at + 2 + 12 * count;
    const entries = Array.from({ length: count }, (_, index): Entry => {
      const bytes = this.bytes.subarray(at + 2 + 12 * index, at + 14 + 12 * index);
      const size = (TYPE_SIZES[this.uint16(bytes, 2)] ?? 1) * this.uint32(bytes, 4);
      const start = this.uint32(bytes, 8);
      const value = size <= 4 ? bytes.subarray(8) : this.bytes.subarray(start, start + size);
      return { tag: this.uint16(bytes, 0), bytes, value };
    });
    return { at, entries, next: this.uint32(this.bytes, end) };
  }

  /** Removes the entries that are not wanted from a directory, and from those that it leads to. */
  clean(offset: number, isWanted: (tag: number) => boolean): void {
    for (let at = offset; at > 0 && !this.#visited.has(at);) {
      this.#visited.add(at);
      const { entries, next } = this.read(at);
      for (const entry of entries) {
        if (!isWanted(entry.tag)) this.#erase(entry);
        else if (entry.tag === SUB_IFDS || entry.tag === EXIF_IFD)
          for (const below of this.#offsets(entry)) this.clean(below, isWanted);
      }
      this.#write(
        at,
        entries.filter(({ tag }) => isWanted(tag)),
        entries.length,
        next,
      );
      at = next;
    }
  }

  #erase({ tag, value }: Entry, depth = 0): void {
    if ([EXIF_IFD, GPS_IFD, INTEROPERABILITY_IFD].includes(tag) && depth < 3) {
      const { at, entries } = this.read(this.uint32(value, 0));
      for (const entry of entries) this.#erase(entry, depth + 1);
      this.bytes.fill(0, at, at + 2 + 12 * entries.length);
    }
    value.fill(0);
  }

  #offsets({ value }: Entry): number[] {
    const count = Math.floor(value.length / 4);
    return Array.from({ length: count }, (_, index) => this.uint32(value, 4 * index));
  }

  #write(at: number, entries: readonly Entry[], before: number, next: number): void {
    const rest = Buffer.concat(entries.map(({ bytes }) => bytes));
    this.bytes.fill(0, at + 2, at + 6 + 12 * before);
    rest.copy(this.bytes, at + 2);
    if (this.#isLittleEndian) {
      this.bytes.writeUInt16LE(entries.length, at);
      this.bytes.writeUInt32LE(next, at + 2 + rest.length);
    } else {
      this.bytes.writeUInt16BE(entries.length, at);
      this.bytes.writeUInt32BE(next, at + 2 + rest.length);
    }
  }
}

/** Exif with the orientation alone. */
export function exifWith(orientation: number): Buffer {
  const exif = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  );
  exif.writeUInt16BE(orientation, 18);
  return exif;
}
