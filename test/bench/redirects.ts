/**
 * Measures the web servers with many redirects:
 *
 *     npm run bench:redirects -- [--redirects 5000] [--requests 3000]
 *
 * One connection asks for one address after another, as fast as it is answered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { apacheHost } from '../../src/outputs/hosts/apache.ts';
import { caddyHost } from '../../src/outputs/hosts/caddy.ts';
import type { Host } from '../../src/outputs/hosts/host.ts';
import { htaccessHost } from '../../src/outputs/hosts/htaccess.ts';
import { nginxHost } from '../../src/outputs/hosts/nginx.ts';
import { quantile } from '../../src/verify/verify.ts';
import { deployment } from '../support/deployment.ts';
import { findProgram } from '../support/programs.ts';
import { manyRedirects, publishSite } from '../support/published-site.ts';
import { SERVERS, type ServerName } from '../support/web-server-setups.ts';
import { startServer } from '../support/web-servers.ts';
import { childrenOf, readOrEmpty } from './processes.ts';
import { number, table } from './table.ts';

const SUBJECTS: readonly (readonly [ServerName, Host])[] = [
  ['nginx', nginxHost],
  ['apache', apacheHost],
  ['htaccess', htaccessHost],
  ['caddy', caddyHost],
];

const { values } = parseArgs({
  options: {
    redirects: { type: 'string', default: '5000' },
    requests: { type: 'string', default: '3000' },
  },
});
const redirects = manyRedirects(Number(values.redirects));
const requests = Number(values.requests);

/** Requests that do not count. */
const WARM_UP = 200;

/** What is asked for, by its name in the table: the address of each request. */
const KINDS: Readonly<Record<string, (request: number) => string>> = {
  // A step that has no divisor in common with the numbers that people choose.
  old: (request) => redirects[(request * 997) % redirects.length]?.from ?? '/',
  'OLD.HTML': (request) => KINDS['old']?.(request).toUpperCase() ?? '/',
  page: () => '/about/',
};

const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
try {
  const rows: string[][] = [];
  for (const [name, host] of SUBJECTS) rows.push(await measureServer(name, host));
  const figures = Object.keys(KINDS).flatMap((kind) => [`${kind} p50 ms`, 'p99 ms']);
  console.log(`${redirects.length} redirects, ${requests} requests of each kind`);
  console.log(table([['server', 'start ms', 'MiB', ...figures], ...rows]));
} finally {
  rmSync(folder, { recursive: true });
}

async function measureServer(name: ServerName, host: Host): Promise<string[]> {
  const program = findProgram([SERVERS[name].program]);
  if (program === undefined) return [name, `skipped: ${SERVERS[name].program} is not installed`];
  const root = path.join(folder, name);
  publishSite(host, deployment({ exact: redirects }), ['/', '/about/'], root);
  const started = performance.now();
  const server = await startServer({ name, program, root });
  const start = performance.now() - started;
  try {
    const figures: string[] = [];
    for (const address of Object.values(KINDS)) {
      const times = await latencies(server.origin, address);
      figures.push(number(quantile(times, 0.5), 2), number(quantile(times, 0.99), 2));
    }
    return [name, number(start, 0), number(memoryMiB(server.pid), 1), ...figures];
  } finally {
    await server.stop();
  }
}

/** Milliseconds, the shortest first. */
async function latencies(origin: string, address: (request: number) => string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let index = -WARM_UP; index < requests; index++) {
    const started = performance.now();
    await answer(origin + address(Math.abs(index)), agent);
    if (index >= 0) times.push(performance.now() - started);
  }
  agent.destroy();
  return times.toSorted((a, b) => a - b);
}

function answer(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent }, (response) => {
      response.resume().on('end', resolve);
    });
    asked.on('error', reject);
  });
}

/** Of a process and all its descendants; what they share counts once. */
function memoryMiB(pid: number): number {
  const kib = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0;
  return childrenOf(pid).reduce((sum, child) => sum + memoryMiB(child), Number(kib) / 1024);
}
