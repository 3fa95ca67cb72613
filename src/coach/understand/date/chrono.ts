import * as chrono from 'chrono-node/en';
import { type Day, dayOf, type Here } from './calendar.js';
import type { Mention } from './mention.js';

/** Words that chrono reads as a day although they name a stretch of time, or nothing at all. */
const VAGUE =
  /\b(?:now|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|quarters?|weekend|night|few|several|some|past|last|ago|may|march|spring|summer|autumn|fall|winter|moment)\b/;

/** chrono takes these for weekdays and months. */
const LOOK_ALIKE =
  /^(?:[^a-z]+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|sat|sun|wed|mon|mar|march|may|dec|jan|august|april|june)$/;

/**
 * Dates that the own rules do not know, read by chrono-node: strictly first, then casually.
 * Only components are taken: chrono computes with minute offsets, which are an hour off beside a clock change.
 */
export function findWithChrono(text: string, here: Here): Mention[] {
  const offset = here.instant.toZonedDateTimeISO(here.zone).offsetNanoseconds / 60_000_000_000;
  const reference = { instant: new Date(here.instant.epochMilliseconds), timezone: offset };
  const parsed = [chrono.strict, chrono.casual].map((engine) =>
    engine.parse(text, reference, { forwardDate: true }).flatMap((result): Mention[] => {
      const { start } = result;
      if (!start.isCertain('day') && !start.isCertain('weekday')) return [];
      if (VAGUE.test(result.text) || LOOK_ALIKE.test(result.text)) return [];
      const day = dayOf(
        start.get('year') as number,
        start.get('month') as number,
        start.get('day') as number,
      );
      const span = { start: result.index, end: result.index + result.text.length };
      return [{ ...span, kind: 'date', days: [day as Day], moments: [], firm: false }];
    }),
  );
  return parsed.find((mentions) => mentions.length > 0) ?? [];
}
