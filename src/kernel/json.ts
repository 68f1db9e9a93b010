import { Bug } from './bug.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Bug(`canonical JSON holds no ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new Bug(`canonical JSON holds no ${typeof value}`);
};

/**
 * The one text of a JSON value: members sorted by UTF-16 code unit, no blanks, numbers as ECMAScript prints them
 * (RFC 8785). Members that are undefined are left out, as JSON.stringify does. Crashes on what JSON cannot hold.
 */
export const canonicalJson = (value: unknown): string => canonical(value);
