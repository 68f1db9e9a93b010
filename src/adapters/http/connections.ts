import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server, so that closing it need not wait for those that ask for nothing. */
export interface Connections {
  /** Cuts every connection that has no request under way, now and as soon as it has none. */
  cutIdle(): void;
}

/**
 * Node's own `closeIdleConnections` passes over connections that never sent a request, as browsers open them ahead of
 * time, and over those that become idle later.
 */
export function watchConnections(server: Server): Connections {
  const underWay = new Map<Socket, number>();
  let cutting = false;
  const settle = (socket: Socket, step: 1 | -1): void => {
    const count = (underWay.get(socket) ?? 0) + step;
    underWay.set(socket, count);
    if (cutting && count === 0) socket.destroySoon();
  };
  server.on('connection', (socket) => {
    underWay.set(socket, 0);
    socket.on('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    settle(socket, 1);
    response.on('close', () => settle(socket, -1));
  });
  return {
    cutIdle: () => {
      cutting = true;
      for (const [socket, count] of underWay) if (count === 0) socket.destroySoon();
    },
  };
}
