import { type ComponentType, createElement, lazy } from 'react';

/** What a page gets from its address. */
export interface RouteProps {
  readonly params: Readonly<Record<string, string>>;
}

/** A page that is read when it is opened, or when somebody knows before that it will be. */
export type LaterPage = ComponentType<RouteProps> & { readonly load?: () => Promise<void> };

/**
 * Makes a page of what its file gives. Once it has been read it is drawn at once: React would show what stands in for a
 * page that it does not know yet, and keep that for a third of a second.
 */
export function later(read: () => Promise<ComponentType<RouteProps>>): LaterPage {
  let found: ComponentType<RouteProps> | undefined;
  let begun: Promise<{ default: ComponentType<RouteProps> }> | undefined;
  const begin = () => {
    begun ??= read().then((page) => {
      found = page;
      return { default: page };
    });
    return begun;
  };
  const unread = lazy(begin);
  const page = (props: RouteProps) => createElement(found ?? unread, props);
  return Object.assign(page, { load: () => begin().then(() => undefined) });
}

/** A page as its room offers it; the console finds it by its address. */
export interface PageRoute {
  /** `/flights/:journey`; the longer pattern is not preferred: write no two that meet. */
  readonly pattern: string;
  readonly page: LaterPage;
  /** Its entry among the ways at the head of each page. */
  readonly place?: {
    /** The key of its text. */
    readonly text: string;
    /** Small numbers stand first. */
    readonly order: number;
    /** `g f` */
    readonly keys: string;
    /** Left out for those who lack it. */
    readonly permission?: string;
  };
}

/** Reads the parameters of an address that fits the pattern; undefined when it does not. */
export function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a case is about, as its domain shows it where an officer decides: the evidence, and the reasons he may give. */
export interface SubjectView {
  /** Referral kinds that begin so belong to it, `travel.`. */
  readonly kinds: string;
  readonly view: ComponentType<{ readonly journey: string; readonly subject: string }>;
  /** Each with the letter that gives it and the key of its text. */
  readonly reasons: readonly { readonly letter: string; readonly code: string; readonly text: string }[];
}

/** What a domain shows on the first page of those who need it. */
export interface HomeView {
  readonly key: string;
  /** The homes that show it, by name. */
  readonly homes: readonly string[];
  readonly permission: string;
  readonly view: ComponentType;
}
