/** One entry of a calendar. */
export interface CalendarEvent {
  /** The same for the same promise, so that a calendar moves the entry and makes no second one. */
  readonly uid: string;
  /** Grows whenever the promise is moved. */
  readonly sequence: number;
  /** ISO instant. */
  readonly startsAt: string;
  readonly title: string;
}

/** Octets of a line before it is folded (RFC 5545, 3.1), without the line break. */
const LINE = 75;
const MINUTES = 15;

/**
 * A calendar in the iCalendar format (RFC 5545). Times are UTC, so that no zone needs to be described and a clock
 * change can't move them. `now` is an ISO instant.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  { name, now }: { readonly name: string; readonly now: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bowout//Reminders//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(({ uid, sequence, startsAt, title }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(now)}`,
      `SEQUENCE:${sequence}`,
      `DTSTART:${utc(startsAt)}`,
      `DURATION:PT${MINUTES}M`,
      `SUMMARY:${escaped(title)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0M',
      `DESCRIPTION:${escaped(title)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `2026-11-26T08:00:00Z` as `20261126T080000Z`. */
function utc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const utf8 = new TextEncoder();

/** Continuation lines begin with a space; a character is never cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > LINE) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += character;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}
