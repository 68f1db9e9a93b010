import { z } from 'zod';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { decodeStrictUtf8, encodeUtf8 } from './text.ts';

const longestKey = 512;

/** FNV-1a, 32 bits: finds a mangled cursor. It keeps no secret: whoever makes one up gets what he may read anyway. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** The opaque cursor after the item with this key. */
export function cursorAfter(key: string): string {
  const text = encodeUtf8(key);
  const bytes = new Uint8Array(text.length + 4);
  bytes.set(text, 4);
  const sum = checksum(text);
  for (let at = 0; at < 4; at += 1) bytes[at] = sum >>> (24 - at * 8);
  return toBase64Url(bytes);
}

/** The key that a cursor stands behind; undefined when this program did not make it. */
export function keyOfCursor(cursor: string): string | undefined {
  const bytes = fromBase64Url(cursor);
  if (bytes === undefined || bytes.length > longestKey + 4) return undefined;
  const key = decodeStrictUtf8(bytes.subarray(4));
  return key !== undefined && cursorAfter(key) === cursor ? key : undefined;
}

/**
 * The query members of every list: an opaque `cursor` from the page before, and `limit` items at most (1 to 500, 50
 * when absent). A cursor that this program did not make is an invalid query. Spread it: `z.object({ ...pageQuery, ... })`.
 */
export const pageQuery = {
  cursor: z
    .string()
    .max(1024)
    .refine((cursor) => keyOfCursor(cursor) !== undefined)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

/** One page of a list; without `next` it is the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** The schema of a page of items. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() });

/** What to page by: a key that is unique and at most 512 UTF-8 bytes long. */
export interface Paging<Item> {
  readonly keyOf: (item: Item) => string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of `items`, which stand in ascending order of their keys (UTF-16 code units). The cursor holds the last key,
 * not a count: items that come or go between two pages neither repeat nor hide others.
 */
export function page<Item>(items: readonly Item[], { keyOf, cursor, limit }: Paging<Item>): Page<Item> {
  const after = cursor === undefined ? undefined : keyOfCursor(cursor);
  const start = after === undefined ? 0 : firstAbove(items, keyOf, after);
  const taken = items.slice(start, start + limit);
  const last = taken.at(-1);
  return last === undefined || start + limit >= items.length
    ? { items: taken }
    : { items: taken, next: cursorAfter(keyOf(last)) };
}

function firstAbove<Item>(items: readonly Item[], keyOf: (item: Item) => string, key: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
