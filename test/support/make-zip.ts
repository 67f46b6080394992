/** Zip files, also such as no honest program writes. APPNOTE.TXT, section 4.3 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Mode of the file on Unix, with its type. */
  readonly mode?: number;
  /** 8 by default. */
  readonly method?: number;
  /** General purpose bits; 0x800 says that the name is UTF-8. */
  readonly flags?: number;
  /** The size that the list of members claims. */
  readonly claimedSize?: number;
  /** Whether it is the bytes of the member before, under another name. */
  readonly isOverlap?: boolean;
}

export function makeZip(members: readonly ZipMember[] | Readonly<Record<string, string>>): Buffer {
  const list = Array.isArray(members)
    ? members
    : Object.entries(members).map(([name, content]) => ({ name, content }));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let start = 0;
  for (const member of list) {
    if (member.isOverlap !== true) start = offset;
    const { local, central } = headers(member, start);
    directory.push(central);
    if (member.isOverlap === true) continue;
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, ...endOf(list.length, central.length, offset)]);
}

/** More members than that need a record of 64 bits. */
const MAX_COUNT = 0xffff;

function endOf(count: number, size: number, offset: number): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MAX_COUNT), 8);
  end.writeUInt16LE(Math.min(count, MAX_COUNT), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  if (count < MAX_COUNT) return [end];
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return [wide, locator, end];
}

/** Members may be the same bytes many times. */
const known = new WeakMap<object, Buffer>();

function packedBytes(content: string | Uint8Array, bytes: Buffer): Buffer {
  if (typeof content === 'string') return deflateRawSync(bytes);
  const packed = known.get(content) ?? deflateRawSync(bytes);
  known.set(content, packed);
  return packed;
}

function headers(
  { name, content, mode, method = 8, flags = 0x800, claimedSize }: ZipMember,
  offset: number,
): { readonly local: Buffer; readonly central: Buffer } {
  const bytes = Buffer.from(content);
  const packed = method === 8 ? packedBytes(content, bytes) : bytes;
  const nameBytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claimedSize ?? bytes.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, packed]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((mode ?? 0) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  // The version that wrote it: 3 is Unix.
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 3]),
    common,
    rest,
    nameBytes,
  ]);
  return { local, central };
}
