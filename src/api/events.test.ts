import { describe, expect, test } from 'vitest';
import { type Actor, instant } from '#kernel';
import { compileAccess } from './access.ts';
import { createEventStream, eventText, maySee, type NodeEvent } from './events.ts';

const event = (number: number, more: Partial<NodeEvent> = {}): NodeEvent => ({
  ...{ kind: 'view', at: instant(0), permission: 'watch', reality: 'live', data: { number } },
  ...more,
});
const numbers = (placed: readonly { readonly event: NodeEvent }[]) => placed.map((one) => one.event.data);

describe('the stream', () => {
  test('numbers what is published, and tells whoever listens until he stops', () => {
    const stream = createEventStream({ capacity: 3, epoch: 'e' });
    const heard: string[] = [];
    const stop = stream.subscribe(({ id }) => heard.push(`one ${id}`));
    stream.subscribe(({ id }) => heard.push(`two ${id}`));
    expect(stream.publish(event(1))).toEqual({ id: 'e-1', event: event(1) });
    stop();
    expect(stream.publish(event(2)).id).toBe('e-2');
    expect(heard).toEqual(['one e-1', 'two e-1', 'two e-2']);
  });

  test('gives what was missed, and says when some of it is gone', () => {
    const stream = createEventStream({ capacity: 3, epoch: 'a-b' });
    expect(stream.since('a-b-0')).toEqual({ events: [], complete: true });
    for (let number = 1; number <= 5; number += 1) stream.publish(event(number));
    const since = (id: string) => {
      const { events, complete } = stream.since(id);
      return [numbers(events), complete];
    };
    const last = [{ number: 3 }, { number: 4 }, { number: 5 }];
    expect(since('a-b-5')).toEqual([[], true]);
    expect(since('a-b-4')).toEqual([last.slice(2), true]);
    expect(since('a-b-2')).toEqual([last, true]);
    // The second event is gone: one who heard the first has missed it for good.
    expect(since('a-b-1')).toEqual([last, false]);
    expect(since('a-b-0')).toEqual([last, false]);
    for (const strange of [
      'a-b-6',
      'b-3',
      'a-b',
      'a-b-',
      'a-b--1',
      'a-b-1x',
      'a-b-x1',
      'a-b-1.5',
      '',
      '3',
      '-3',
      `a-b-${'1'.repeat(16)}`,
    ])
      expect(since(strange), strange).toEqual([[], false]);
  });
});

describe('who may see', () => {
  const same = (text: string) => ({ en: text, fr: text, es: text });
  const grants = (scope: 'country' | 'port' | 'organisation') => [{ permissions: ['watch'], scope, purposes: [] }];
  const rules = compileAccess({
    ...{ source: 'test', date: '2026-11-24', purposes: [] },
    roles: [
      { name: 'all', title: same('All'), grants: grants('country') },
      { name: 'port', title: same('Port'), grants: grants('port') },
      { name: 'own', title: same('Own'), grants: grants('organisation') },
    ],
  });
  const actor = (role: string, more: Partial<Actor> = {}): Actor => ({
    ...{ name: 'a', roles: [role], ports: ['P1'], organisation: 'ORG' },
    ...more,
  });

  test('only with the permission, within the scope', () => {
    expect(maySee(rules, actor('all'), event(1))).toBe(true);
    expect(maySee(rules, actor('none'), event(1))).toBe(false);
    expect(maySee(rules, actor('all'), event(1, { permission: 'other' }))).toBe(false);
    expect(maySee(rules, actor('port'), event(1))).toBe(false);
    expect(maySee(rules, actor('port'), event(1, { ports: ['P2'] }))).toBe(false);
    expect(maySee(rules, actor('port'), event(1, { ports: ['P2', 'P1'] }))).toBe(true);
    expect(maySee(rules, actor('own'), event(1, { organisation: 'ORG' }))).toBe(true);
    expect(maySee(rules, actor('own'), event(1, { organisation: 'OTHER' }))).toBe(false);
  });

  test('one whose reality is forced sees that one only', () => {
    const sandbox = actor('all', { reality: 'exercise storm' });
    expect(maySee(rules, sandbox, event(1))).toBe(false);
    expect(maySee(rules, sandbox, event(1, { reality: 'exercise storm' }))).toBe(true);
    expect(maySee(rules, actor('all'), event(1, { reality: 'exercise storm' }))).toBe(true);
  });
});

test('an event on the wire', () => {
  expect(eventText('view', { text: 'a\nb' }, 'e-1')).toBe('id: e-1\nevent: view\ndata: {"text":"a\\nb"}\n\n');
  expect(eventText('heartbeat', {})).toBe('event: heartbeat\ndata: {}\n\n');
});
