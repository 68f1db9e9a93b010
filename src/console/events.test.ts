import { expect, test } from 'vitest';
import { createStreamReader, type StreamEvent } from './events.ts';

const stream =
  ': heartbeat\n\nid: e-1\nevent: view\ndata: {"view":"travel.flights",\ndata: "keys":[]}\n\r\nevent: hello\r\ndata: 1\r\n\r\n';

test('events are the same in whatever pieces they arrive', () => {
  for (let size = 1; size <= stream.length; size += 1) {
    const events: StreamEvent[] = [];
    const read = createStreamReader((event) => events.push(event));
    for (let at = 0; at < stream.length; at += size) read(stream.slice(at, at + size));
    expect(events).toEqual([
      { name: 'view', data: '{"view":"travel.flights",\n"keys":[]}', id: 'e-1' },
      { name: 'hello', data: '1', id: 'e-1' },
    ]);
  }
});
