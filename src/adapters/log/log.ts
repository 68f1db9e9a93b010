import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Log, LogFields } from '#api';
import { maskFields } from './mask.ts';

/** Where lines go, and from which level on. */
export interface LogOptions {
  readonly level?: 'info' | 'warn' | 'error' | 'silent';
  /** Stands on every line: the country of the node. */
  readonly node?: string;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

/** A log of JSON lines: `{"level":"info","time":"…","node":"US","event":"request",…}`. Fields pass the mask first. */
export function createLog({ level = 'info', node, destination }: LogOptions = {}): Log {
  const options = {
    level,
    base: node === undefined ? {} : { node },
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const lines = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (event: string, fields: LogFields = {}) => lines.info(maskFields(fields), event),
    warn: (event: string, fields: LogFields = {}) => lines.warn(maskFields(fields), event),
    error: (event: string, fields: LogFields = {}) => lines.error(maskFields(fields), event),
  };
}
