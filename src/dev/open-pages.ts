/** Event streams of the pages that are open in browsers. */
import type { ServerResponse } from 'node:http';

/** A page in a browser. */
export interface Viewer {
  /** Path of the page. */
  readonly page: string;
  /** Whether the browser is on this machine. */
  readonly isHere: boolean;
}

/** Milliseconds before a page reconnects. */
const RETRY = 300;

/** Milliseconds between signs of life, without which a page asks for its state itself. */
const HEARTBEAT = 1000;

/** A comment that fills the first buffer of a proxy. */
const PADDING = `:${' '.repeat(4096)}\n`;

export class OpenPages {
  readonly #viewers = new Map<ServerResponse, Viewer>();
  readonly #stateOf: (viewer: Viewer) => Promise<string>;
  readonly #heartbeat = setInterval(() => {
    for (const stream of this.#viewers.keys()) stream.write('event: alive\ndata:\n\n');
  }, HEARTBEAT);

  /** @param stateOf one line for the page */
  constructor(stateOf: (viewer: Viewer) => Promise<string>) {
    this.#stateOf = stateOf;
  }

  /** Answers with a stream that begins with the current state. */
  add(stream: ServerResponse, viewer: Viewer): void {
    stream.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      'X-Accel-Buffering': 'no',
    });
    stream.write(`${PADDING}retry: ${RETRY}\n\n`);
    this.#viewers.set(stream, viewer);
    stream.on('close', () => this.#viewers.delete(stream));
    void this.#send(stream, viewer);
  }

  /** Sends the current state to every page. */
  announce(): void {
    for (const [stream, viewer] of this.#viewers) void this.#send(stream, viewer);
  }

  close(): void {
    clearInterval(this.#heartbeat);
  }

  async #send(stream: ServerResponse, viewer: Viewer): Promise<void> {
    const state = await this.#stateOf(viewer);
    if (this.#viewers.has(stream)) stream.write(`data: ${state}\n\n`);
  }
}
