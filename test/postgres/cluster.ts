import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const binaries = process.env['TRIPOINT_POSTGRES'] ?? '/usr/lib/postgresql/15/bin';

/** A PostgreSQL of its own, in a temporary folder, on a port that was free. */
export interface Cluster {
  readonly folder: string;
  /** The address of a database; it is made when it is first asked for. */
  database(name: string): Promise<string>;
  /** Starts again with other settings. */
  restart(settings: Readonly<Record<string, string>>): Promise<void>;
  /** Ends the server as a crash does. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The server refuses to run as root; where we are root it runs as the user `postgres`. */
const asServer = (command: string, args: readonly string[]): Promise<{ stdout: string }> => {
  const root = process.getuid?.() === 0;
  const [file, all] = root
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', join(binaries, command), ...args]]
    : [join(binaries, command), [...args]];
  return run(file, all, { cwd: '/' });
};

/** Makes and starts a cluster. */
export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-postgres-'));
  if (process.getuid?.() === 0) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  await asServer('initdb', [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-sync',
    '--data-checksums',
  ]);
  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
    const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings };
    const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
    await asServer('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start']);
  };
  const stop = (mode: string) => asServer('pg_ctl', ['-D', data, '-w', '-m', mode, 'stop']);
  await start();
  const made = new Set<string>();
  return {
    folder: data,
    async database(name) {
      if (!made.has(name)) {
        made.add(name);
        await run(join(binaries, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name]);
      }
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    async restart(settings) {
      await stop('fast');
      await start(settings);
    },
    async crash() {
      await stop('immediate');
      await start();
    },
    async stop() {
      await stop('immediate');
      await rm(folder, { recursive: true });
    },
  };
}
