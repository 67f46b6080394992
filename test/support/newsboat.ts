/** A subscriber that uses newsboat. */
import path from 'node:path';
import { run } from './build-site.ts';
import { folderWith } from './scratch.ts';

export class Newsboat {
  readonly #program: string;
  readonly #folder: string;

  /** @param address of the feed that is subscribed to */
  constructor(program: string, address: string) {
    this.#program = program;
    this.#folder = folderWith({ urls: `${address}\n`, config: '' });
  }

  /** Fetches the feed; gives how many posts are unread then, which is all that were ever seen. */
  async reload(): Promise<number> {
    const files = Object.entries({ u: 'urls', C: 'config', c: 'cache.db' });
    const { stdout, stderr } = await run(
      this.#program,
      [
        ...files.flatMap(([flag, file]) => [`-${flag}`, path.join(this.#folder, file)]),
        ...['-x', 'reload', 'print-unread'],
      ],
      { env: { HOME: this.#folder, LC_ALL: 'C.UTF-8' } },
    );
    const [, unread] = /^(\d+) unread articles$/m.exec(stdout) ?? [];
    if (unread === undefined) throw new Error(`newsboat says: ${stdout}${stderr}`);
    return Number(unread);
  }
}
