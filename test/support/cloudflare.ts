/** Runs Cloudflare's static file server locally. */
import { Log, LogLevel, Miniflare } from 'miniflare';
import type { OutputFolder } from './build-site.ts';

/** What came back for an address. */
export interface Answer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly headers: Headers;
  readonly body: string;
}

/** Answers for the files of a folder, and follows their `_redirects` and `_headers`. */
export class Cloudflare {
  readonly #server: Miniflare;
  readonly #log: Record;

  /** @param folder published at the root */
  constructor(folder: OutputFolder) {
    this.#log = new Record(LogLevel.INFO);
    this.#server = new Miniflare({
      log: this.#log,
      // It would ask Cloudflare where this machine stands.
      cf: false,
      modules: true,
      script: 'export default {};',
      compatibilityDate: '2026-01-01',
      assets: {
        directory: folder.path,
        routerConfig: { has_user_worker: false },
        assetConfig: { not_found_handling: '404-page' },
      },
    });
  }

  /** @param path percent-encoded, with its query */
  async get(path: string): Promise<Answer> {
    const response = await this.#server.dispatchFetch(`https://example.org${path}`, {
      redirect: 'manual',
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: new Headers([...response.headers]),
      body: await response.text(),
    };
  }

  /** What it says of the rules: how many it has read, and why not the others. */
  async says(): Promise<string[]> {
    await this.#server.ready;
    return this.#log.lines.filter((line) => /rule/i.test(line));
  }

  async stop(): Promise<void> {
    await this.#server.dispose();
  }
}

class Record extends Log {
  readonly lines: string[] = [];

  override log(message: string): void {
    this.lines.push(message);
  }
}
