/** Fetches a small JSON document. */
export type Fetch = (url: string) => Promise<Response>;

const mostBytes = 256 << 10;
const mostMilliseconds = 5000;

/** Fetches a document that is short and comes soon, from where it was asked for: no redirect is followed. */
export async function limitedFetch(url: string): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(mostMilliseconds),
  });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of body) {
    length += chunk.length;
    if (length > mostBytes) throw new RangeError(`${url} is longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), {
    status: response.status,
    headers: { 'content-type': 'application/json' },
  });
}
