import { createHash, randomBytes } from 'node:crypto';
import { calendarFeed } from '../coach/remind/calendar-feed.js';
import type { Words } from '../coach/words.js';
import type { Calendars, Turns } from './ports.js';

const TOKEN_BYTES = 32;
/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A secret address that nobody has had before, and the fingerprint by which it is found again. */
export interface CalendarAddress {
  readonly url: string;
  readonly tokenHash: string;
}

export function newCalendarAddress(baseUrl: string): CalendarAddress {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { url: `${baseUrl}/calendar/${token}.ics`, tokenHash: hashOf(token) };
}

/** The token is as long as its hash, and random: there is nothing to guess, so a plain hash is enough. */
function hashOf(token: string): string {
  return createHash('sha256').update(`bowout calendar ${token}`).digest('hex');
}

/** The calendar file that a token opens, or null when it opens none. */
export type ReadCalendar = (token: string) => Promise<string | null>;

export function createReadCalendar(params: {
  readonly calendars: Calendars;
  readonly turns: Turns;
  readonly wordsFor: (locale: string | null) => Words;
}): ReadCalendar {
  const { calendars, turns, wordsFor } = params;
  return async (token) => {
    if (!TOKEN.test(token)) return null;
    const tokenHash = hashOf(token);
    const who = await calendars.personOfCalendar(tokenHash);
    if (who === null) return null;
    return turns.turn(who, async (turn) => {
      const conversation = await turn.load();
      if (conversation === null) return null;
      return calendarFeed(conversation.state, await turn.reminders(), {
        words: wordsFor(conversation.locale),
        now: turn.now,
        owner: tokenHash.slice(0, 16),
      });
    });
  };
}
