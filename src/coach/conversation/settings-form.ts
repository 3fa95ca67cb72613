import type { Form, FormField } from '../message.js';
import { isZone } from '../remind/calendar.js';
import { clockTimes } from '../understand/clock-times.js';
import { moveToZone } from './promises.js';
import { CULTURES, done, planAnew, REGISTERS, YES_NO } from './settings.js';
import type { Profile } from './state.js';
import { choice, type Talk, text } from './talk.js';

type Entered = Readonly<Record<string, string>>;

/** Everything that can be set, as it stands, in one form. */
export function settingsForm(talk: Talk): Form {
  const { register, culture, quiet, discreet, zone } = talk.state.profile;
  return {
    title: text(talk, 'forms.settings.title'),
    fields: [
      pick(talk, 'register', REGISTERS, register),
      pick(talk, 'culture', CULTURES, culture),
      line(talk, 'quiet-from', 'time', quiet.from),
      line(talk, 'quiet-to', 'time', quiet.to),
      pick(talk, 'weekends', YES_NO, String(quiet.weekends)),
      pick(talk, 'discreet', YES_NO, String(discreet)),
      line(talk, 'zone', 'text', zone),
    ],
    submit: choice(talk, 'forms.settings.submit', { do: 'settings' }),
  };
}

function pick(talk: Talk, id: string, values: readonly string[], value: string | null): FormField {
  return {
    id,
    label: text(talk, `forms.settings.${id}`),
    hint: text(talk, `settings.${id}.ask`),
    field: 'choice',
    options: values.map((one) => ({ value: one, label: text(talk, `settings.${id}.options.${one}`) })),
    value,
  };
}

function line(talk: Talk, id: string, field: FormField['field'], value: string): FormField {
  const label = text(talk, `forms.settings.${id}`);
  return { id, label, hint: text(talk, `forms.settings.hints.${id}`), field, options: [], value };
}

/** Only what is typed can be wrong; the rest was picked. */
export function settingProblems(talk: Talk, entered: Entered): Entered {
  const zone = (entered['zone'] ?? '').trim();
  return zone === '' || isZone(zone)
    ? {}
    : { zone: text(talk, 'conversation.zone-unread', { zone: talk.state.profile.zone }) };
}

/** Takes what was entered and can be taken; an empty field leaves things as they are. */
export function onSettings(talk: Talk, entered: Entered): void {
  const { profile } = talk.state;
  const one = <Value extends string>(id: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === entered[id]);
  profile.register = one('register', REGISTERS) ?? profile.register;
  profile.culture = one('culture', CULTURES) ?? profile.culture;
  profile.discreet = (one('discreet', YES_NO) ?? String(profile.discreet)) === 'true';
  const quiet = quietOf(profile.quiet, entered, one('weekends', YES_NO));
  const isOther = JSON.stringify(quiet) !== JSON.stringify(profile.quiet);
  profile.quiet = quiet;
  const zone = (entered['zone'] ?? '').trim();
  const moves = zone !== '' && zone !== profile.zone && isZone(zone);
  if (isOther) planAnew(talk);
  if (moves) {
    profile.zoneChosen = true;
    moveToZone(talk, zone);
  }
  done(talk);
}

function quietOf(before: Profile['quiet'], entered: Entered, weekends: string | undefined): Profile['quiet'] {
  const [from = before.from] = clockTimes(entered['quiet-from'] ?? '');
  const [to = before.to] = clockTimes(entered['quiet-to'] ?? '');
  return { from, to, weekends: weekends === undefined ? before.weekends : weekends === 'true' };
}
