// A watched folder in its own process, to be killed at any moment. Its node is a file of lines, each synced before it is answered.
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchFolder } from '#adapters/files';
import { encodeUtf8 } from '#kernel';

const [, , folder = '', ledger = ''] = process.argv;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const keys = new Set(
  existsSync(ledger)
    ? readFileSync(ledger, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('.'))
    : [],
);

const watched = watchFolder({
  folder,
  actor: { name: 'folder', roles: [], ports: [] },
  reality: 'live',
  pollMilliseconds: 5,
  log: { info: () => {}, warn: () => {}, error: (event, fields) => console.error(event, fields) },
  lodge: async ({ idempotencyKey = '' }) => {
    await pause(Math.random() * 4);
    const line = `${idempotencyKey}.`;
    if (!keys.has(line)) {
      keys.add(line);
      appendFileSync(ledger, `${line}\n`);
      const file = openSync(ledger, 'r');
      fsyncSync(file);
      closeSync(file);
    }
    await pause(Math.random() * 4);
    return {
      lodgement: line,
      status: 'accepted',
      findings: [],
      messages: [],
      replies: [{ mediaType: 'text/plain', bytes: encodeUtf8(line) }],
    };
  },
});
await watched.start();
console.log(join(folder, 'ready'));
