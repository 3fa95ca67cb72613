import type { Response } from 'express';
import type { Log } from '../../log.js';
import type { PersonKey } from '../../service/ports.js';
import { reasonOf } from './errors.js';
import type { History, Placed } from './history.js';
import { limits } from './limits.js';

/** What the page's clock shows: the instant, and the wall-clock time of the next reminder, if one is planned. */
export interface ClockView {
  readonly now: string;
  readonly next: string | null;
}

export interface Streams {
  /**
   * Keeps the response open as server-sent events: `entry` for each entry after `since`, `ready` when all were
   * told, then `entry`, `clock`, `removed`, `cleared` as they happen, and `elsewhere` when a newer page takes its place.
   */
  open(who: PersonKey, response: Response, since: string | null): Promise<void>;
  /** Tells the time to every open page of the person. */
  tellClock(who: PersonKey, clock: ClockView): void;
  /** Ends every stream and opens no more, so that a server can close. */
  close(): void;
}

export function createStreams(
  history: History,
  log: Log,
  clockOf: (who: PersonKey) => Promise<ClockView>,
): Streams {
  const open = new Map<string, Set<Response>>();
  let closed = false;

  const makeRoom = (responses: Set<Response>): void => {
    const [oldest] = responses;
    if (responses.size < limits.streams || !oldest) return;
    responses.delete(oldest);
    write(oldest, 'elsewhere', {});
    oldest.end();
  };

  return {
    async open(who, response, since) {
      const { person } = who;
      if (closed) {
        response.destroy();
        return;
      }
      const responses = open.get(person) ?? new Set();
      open.set(person, responses);
      makeRoom(responses);
      responses.add(response);

      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      response.write(`retry: ${limits.reconnectMs}\n\n`);
      const gone = history.goneSince(person, since);
      if (gone === 'all') write(response, 'cleared', {});
      else for (const id of gone) write(response, 'removed', { id });
      for (const placed of history.since(person, since)) writeEntry(response, placed);
      const deafen = history.listen(person, {
        added: (placed) => writeEntry(response, placed),
        removed: (id) => write(response, 'removed', { id }),
        cleared: () => write(response, 'cleared', {}),
      });
      const tell = async (event: 'ready' | 'clock'): Promise<void> => {
        try {
          write(response, event, await clockOf(who));
        } catch (error) {
          // The page connects again, and is told the time then.
          log.error({ reason: reasonOf(error) }, 'The playground could not tell the time to a page');
          response.destroy();
        }
      };
      const heartbeat = setInterval(() => void tell('clock'), limits.heartbeatMs);
      response.on('close', () => {
        clearInterval(heartbeat);
        deafen();
        responses.delete(response);
        if (responses.size === 0 && open.get(person) === responses) open.delete(person);
      });
      await tell('ready');
    },
    tellClock({ person }, clock) {
      for (const response of open.get(person) ?? []) write(response, 'clock', clock);
    },
    close() {
      closed = true;
      for (const responses of open.values()) for (const response of responses) response.end();
    },
  };
}

function writeEntry(response: Response, { position, entry }: Placed): void {
  write(response, 'entry', entry, position);
}

function write(response: Response, event: string, data: unknown, id?: string): void {
  if (response.writableEnded || response.destroyed) return;
  // JSON has no line ends of its own, so one data line always holds it.
  response.write(
    `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );
  if (response.writableLength > limits.streamBacklogBytes) response.destroy();
}
