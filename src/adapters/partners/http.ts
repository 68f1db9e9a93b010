import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Transport } from './transport.ts';

export interface HttpPartner {
  /** Address of the partner's node, `https://border.example/`; the path of the API is added. */
  readonly url: string;
  /** Sent with each envelope, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpOptions {
  readonly partners: ReadonlyMap<string, HttpPartner>;
  /** Milliseconds for one envelope, connecting included. */
  readonly timeout?: number;
  /** Keep connections open between envelopes. */
  readonly keepAlive?: boolean;
  /** Connections to one partner at a time; more envelopes wait. */
  readonly connections?: number;
}

const path = 'api/exchange/envelopes';

/** Carries envelopes to other processes: POST /api/exchange/envelopes, one envelope a request, application/octet-stream. */
export function createHttpTransport({
  partners,
  timeout = 10_000,
  keepAlive = true,
  connections = 8,
}: HttpOptions): Transport {
  const agentOptions = { keepAlive, maxSockets: connections };
  const agents = { http: new HttpAgent(agentOptions), https: new HttpsAgent(agentOptions) };
  return {
    send: (to, bytes) => {
      const partner = partners.get(to);
      return partner === undefined ? Promise.resolve(false) : post(agents, partner, { bytes, timeout });
    },
    close: async () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

function post(
  agents: Agents,
  { url, headers }: HttpPartner,
  { bytes, timeout }: { readonly bytes: Uint8Array; readonly timeout: number },
): Promise<boolean> {
  const address = new URL(path, url.endsWith('/') ? url : `${url}/`);
  const secure = address.protocol === 'https:';
  return new Promise((resolve) => {
    const request = (secure ? httpsRequest : httpRequest)(
      address,
      {
        method: 'POST',
        agent: secure ? agents.https : agents.http,
        headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': bytes.length },
        // Covers the whole exchange, a partner that accepts and then says nothing included.
        signal: AbortSignal.timeout(timeout),
      },
      (response) => {
        const status = response.statusCode ?? 0;
        // Read to the end, so that the connection can serve the next envelope; what it says is not believed.
        response.resume();
        response.on('error', () => resolve(false));
        response.on('end', () => resolve(status >= 200 && status < 300));
      },
    );
    request.on('error', () => resolve(false));
    request.end(bytes);
  });
}
