import { Bug } from './bug.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The members of an object by name; a value is told by its type before. */
const membersOf = (value: object): Readonly<Record<string, unknown>> => value as Readonly<Record<string, unknown>>;

function canonicalObject(value: object): string {
  const members = membersOf(value);
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/**
 * The one text of a JSON value: members sorted by UTF-16 code unit, no blanks, numbers as ECMAScript prints them
 * (RFC 8785). Members that are undefined are left out, as JSON.stringify does. Crashes on what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Bug(`canonical JSON holds no ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new Bug(`canonical JSON holds no ${typeof value}`);
}

const namesOf = (value: object): readonly string[] => {
  const members = membersOf(value);
  return Object.keys(members).filter((name) => members[name] !== undefined);
};

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => isSameJson(item, other[at]));
}

function isSameObject(one: object, other: object): boolean {
  const names = namesOf(one);
  const [members, others] = [membersOf(one), membersOf(other)];
  return (
    names.length === namesOf(other).length &&
    names.every((name) => Object.hasOwn(others, name) && isSameJson(members[name], others[name]))
  );
}

/** True when both have the same canonical text: members in any order, those that are undefined left out. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other);
  return !Array.isArray(other) && isSameObject(one, other);
}
