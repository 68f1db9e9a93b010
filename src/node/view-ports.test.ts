import { expect, test } from 'vitest';
import { z } from 'zod';
import { aggregateId, invariant, type View } from '#kernel';
import { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import { usualPorts } from './network.ts';
import { silentLog } from './ports.ts';
import { Recorder } from './recorder.ts';
import { Views } from './views.ts';

const at = z.object({ port: z.string() });
/** What waits somewhere, until it is settled. */
const waitingView: View<z.infer<typeof at>> = {
  name: 'test.waiting',
  hears: () => true,
  fold: { initial: undefined, apply: (_, { kind, data }) => (kind === 'test.settled' ? undefined : at.parse(data)) },
  ports: ({ port }) => [port],
};

test('who watches a port hears of what comes there, of what goes on elsewhere, and of what is settled', async () => {
  const ports = { ...(await usualPorts(silentLog)), send: async () => true };
  const views = new Views({ ports, aggregates: new Aggregates(ports), views: [waitingView], form: 'one' });
  await views.caughtUp();
  const heard: (readonly string[])[] = [];
  views.listen((change) => heard.push(change.ports));
  const recorder = new Recorder(ports);
  const keyring = new Keyring(recorder);
  const aggregate = aggregateId('a'.repeat(32));
  invariant(aggregate !== undefined, 'an id');
  for (const [kind, port] of [
    ['test.put', 'YYZ'],
    ['test.put', 'YUL'],
    ['test.settled', ''],
  ] as const) {
    const write = { aggregate, kind, reality: 'live' as const, data: { port }, key: keyring.of('x') };
    expect((await recorder.append([write], keyring.takeFresh())).ok).toBe(true);
    await views.caughtUp();
  }
  expect(heard).toEqual([['YYZ'], ['YYZ', 'YUL'], ['YUL']]);
  await views.close();
});
