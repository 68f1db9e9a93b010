import type { Finding } from './finding.ts';

/** What an operation that may fail for an operating reason returns. Bugs do not travel here: they crash. */
export type Result<Value, Failure = Finding> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a value as a success. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** Wraps an operating error as a failure. */
export const err = <Failure>(error: Failure): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error,
});
