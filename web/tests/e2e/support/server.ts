import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As it is published where the run has published it, else as `dotnet build` left it. */
const PUBLISHED = process.env.IPMARKET_PUBLISHED;
const BINARY = PUBLISHED ?? join(process.cwd(), '..', 'src/IpMarket.Server/bin/Debug/net10.0/IpMarket.Server.dll');
const COMMAND = PUBLISHED ? [PUBLISHED] : ['dotnet', BINARY];
const READY_MS = 120_000;
const STOP_MS = 15_000;
const LOG_LINES_KEPT = 60;
/** The demo prints its accounts once all of them can sign in; this one comes last. */
const LAST_ACCOUNT = 'newcomer@demo.example';

/** The market's own server, on a free port, with a data folder that goes with it. */
export interface RunningServer {
  url: string;
  folder: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.'))));
    });
  });

const ended = (process: ChildProcess): boolean => process.exitCode !== null || process.signalCode !== null;

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** Starts the built server; `more` is configuration on top of the defaults, e.g. `--Clock:Speed=60`. */
export async function startServer(more: readonly string[] = []): Promise<RunningServer> {
  if (!existsSync(BINARY)) throw new Error(`${BINARY} is missing: build the solution first.`);
  const folder = mkdtempSync(join(tmpdir(), 'ipmarket-e2e-'));
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const log: string[] = [];
  let isFilled = false;
  const [program = '', ...first] = COMMAND;
  const server = spawn(program, [...first, '--urls', url, '--data', folder, '--Demo=true', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Most of its code runs a few times only: counting for a second, better compilation costs a third of a start.
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', DOTNET_TieredPGO: '0' },
  });
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => {
      log.push(...text.toString().split('\n'));
      isFilled ||= text.toString().includes(LAST_ACCOUNT);
      log.splice(0, log.length - LOG_LINES_KEPT);
    });
  const stop = async () => {
    if (!ended(server)) {
      const end = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      const hurry = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
      await end;
      clearTimeout(hurry);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + READY_MS;
  while (!isFilled || !(await isReady(url))) {
    if (ended(server) || Date.now() > until) {
      await stop();
      throw new Error(`The server at ${url} did not become ready. Its last lines:\n${log.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, folder, stop };
}

/** Passwords of the demo market's people by name, as the server keeps them in its data folder. */
export function demoAccounts(folder: string): Record<string, string> {
  const file = join(folder, 'demo-accounts.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}
