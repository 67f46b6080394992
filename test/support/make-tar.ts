/** Tar files, also such as no honest program writes. POSIX.1-1988, section 10.1.1 */

export interface TarMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** `0` is a file, `1` a hard link, `2` a symbolic link, `5` a folder, `6` a pipe. */
  readonly type?: string;
  readonly target?: string;
}

export function makeTar(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.flatMap(blocksOf), Buffer.alloc(1024)]);
}

function blocksOf({ name, content = '', type = '0', target = '' }: TarMember): Buffer[] {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write(target, 157);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
