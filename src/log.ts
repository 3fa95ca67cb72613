import pino from 'pino';

/** Structured log lines: ids, counts and outcomes; never what a person wrote, never a secret. */
export type Log = pino.Logger;

export function createLog(level: string, destination?: pino.DestinationStream): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
