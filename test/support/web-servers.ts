/** Runs web servers locally as the current user. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Host } from '../../src/outputs/hosts/host.ts';
import { freePort } from './free-port.ts';
import { isRoot, SERVERS, type Place, type ServerName } from './web-server-setups.ts';

/** What differs between web servers. */
export interface Abilities {
  /** Whether an old address is found in any letter case. */
  readonly ignoresCase: boolean;
  /** Whether it takes off a query that means nothing to the new address. */
  readonly dropsQuery: boolean;
  /** Whether it answers for an address with an encoded slash. */
  readonly decodesSlashes: boolean;
  /** Whether it sends a compressed file that lies beside the one asked for. */
  readonly sendsCompressed: boolean;
}

/** A server program, and the host that writes its configuration. */
export interface Subject {
  readonly name: ServerName;
  readonly program: string;
  readonly host: Host;
  readonly abilities: Abilities;
}

/** A running server. */
export interface RunningServer {
  /** Without a slash at the end: `http://127.0.0.1:49152`. */
  readonly origin: string;
  readonly pid: number;
  /** What it had to complain about so far. */
  complaints: () => string[];
  stop: () => Promise<void>;
}

/** What to start. */
export interface Start {
  readonly name: ServerName;
  readonly program: string;
  /** The folder to serve. */
  readonly root: string;
  /** The built site: `root`, or the folder below it that the base path names. */
  readonly published?: string;
  /** Default: the configuration of an administrator. */
  readonly configuration?: (place: Place) => string;
}

/** @throws {Error} with the server's output if it does not start */
export async function startServer({
  name,
  program,
  root,
  published = root,
  configuration = SERVERS[name].configuration,
}: Start): Promise<RunningServer> {
  const { args } = SERVERS[name];
  const work = mkdtempSync(path.join(realpathSync(tmpdir()), 'perennial-server-'));
  const port = await freePort();
  const file = path.join(work, 'configuration');
  writeFileSync(file, configuration({ root, published, port, work }));
  if (isRoot()) letOthersIn(root);
  const log = path.join(work, 'log');
  writeFileSync(log, '');
  let said = '';
  const child = spawn(program, args(file), {
    env: { PATH: process.env['PATH'], HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const all = (): string => said + readFileSync(log, 'utf8');
  const end = ender(child);
  const stop = async (): Promise<void> => {
    await end();
    rmSync(work, { recursive: true });
  };
  try {
    await untilAnswering(child, port);
  } catch (error) {
    const complaints = all();
    await stop();
    throw new Error(`${name} does not start:\n${complaints}`, { cause: error });
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    complaints: () => all().split('\n').filter(isComplaint),
    stop,
  };
}

/** Warning or error in the log of each server. */
function isComplaint(line: string): boolean {
  return /\[(?:\w+:)?(?:warn|error|crit|alert|emerg)\]|"level":"(?!info|debug)|^AH\d+|^Syntax/.test(
    line,
  );
}

/** Apache refuses to serve files as root, so its own user needs access to them. */
function letOthersIn(folder: string): void {
  const outside = realpathSync(tmpdir());
  for (let place = folder; place.startsWith(outside + path.sep); place = path.dirname(place))
    chmodSync(place, 0o755);
}

/** Milliseconds between attempts, and attempts before a server counts as dead. */
const PAUSE = 20;
const LOOKS = 1000;

async function untilAnswering(child: ChildProcess, port: number): Promise<void> {
  for (let look = 0; look < LOOKS && child.exitCode === null; look++) {
    if (await answers(port)) return;
    await setTimeout(PAUSE);
  }
  throw new Error('nobody answers');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Ends a process, at the latest when the tests end. */
function ender(child: ChildProcess): () => Promise<void> {
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  const kill = (): void => {
    child.kill();
  };
  process.once('exit', kill);
  return async () => {
    kill();
    await ended;
    process.off('exit', kill);
  };
}
