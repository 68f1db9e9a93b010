import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

/** Work that ends when it is told to. */
function held(log: string[], name: string) {
  let resolve: (value: string) => void = () => {};
  let reject: (why: Error) => void = () => {};
  const promise = new Promise<string>((fulfil, fail) => {
    [resolve, reject] = [fulfil, fail];
  });
  const work = async (): Promise<string> => {
    log.push(`begin ${name}`);
    const value = await promise;
    log.push(`end ${name}`);
    return value;
  };
  return { work, resolve, reject };
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('work of one name waits for the one before it; another name does not', async () => {
  const queue = new Queue<string>();
  const log: string[] = [];
  const [first, second, other] = [held(log, 'a1'), held(log, 'a2'), held(log, 'b1')];
  const done = [queue.run('a', first.work), queue.run('a', second.work), queue.run('b', other.work)];
  second.resolve('two');
  await turns();
  expect(log).toEqual(['begin a1', 'begin b1']);
  first.resolve('one');
  other.resolve('three');
  expect(await Promise.all(done)).toEqual(['one', 'two', 'three']);
  expect(log.indexOf('end a1')).toBeLessThan(log.indexOf('begin a2'));
});

test('work that fails fails for its caller alone: the next one runs', async () => {
  const queue = new Queue<string>();
  const log: string[] = [];
  const [first, second] = [held(log, 'a1'), held(log, 'a2')];
  const failed = queue.run('a', first.work);
  const next = queue.run('a', second.work);
  first.reject(new TypeError('no'));
  second.resolve('two');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('two');
  expect(log).toEqual(['begin a1', 'begin a2', 'end a2']);
});

test('what comes when a queue has run empty begins at once', async () => {
  const queue = new Queue<number>();
  expect(await queue.run(1, async () => 'x')).toBe('x');
  await turns();
  expect(await queue.run(1, async () => 'y')).toBe('y');
});

test('a queue never runs two of one name at a time, and keeps their order', async () => {
  const some = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(5), fails: fc.boolean() }));
  await fc.assert(
    fc.asyncProperty(some, async (jobs) => {
      const queue = new Queue<string>();
      const busy = new Set<string>();
      const ran = new Map<string, number[]>();
      const work = jobs.map(({ name, ticks, fails }, at) =>
        queue.run(name, async () => {
          expect(busy.has(name)).toBe(false);
          busy.add(name);
          for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
          busy.delete(name);
          ran.set(name, [...(ran.get(name) ?? []), at]);
          if (fails) throw new TypeError(String(at));
          return at;
        }),
      );
      const settled = await Promise.allSettled(work);
      expect(settled.map(({ status }) => status)).toEqual(jobs.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
      for (const order of ran.values()) expect(order).toEqual(order.toSorted((one, other) => one - other));
    }),
  );
});
