import type { Choice } from '../message.js';
import { clockTimes } from '../understand/clock-times.js';
import { encodeAction, type Setting, settings } from './action.js';
import { active } from './frames.js';
import { promise } from './promises.js';
import { goOn } from './respond.js';
import type { Profile } from './state.js';
import { choice, preview, say, type Talk, text } from './talk.js';

export const CULTURES: readonly Profile['culture'][] = ['anglo', 'continental', 'asia-pacific'];
export const REGISTERS: readonly NonNullable<Profile['register']>[] = ['warm', 'formal', 'brief'];
export const YES_NO = ['true', 'false'] as const;

/** What can be set, as it stands, each with a button: tone, culture (K76, K77), quiet hours, discretion, time zone. */
export function showSettings(talk: Talk): void {
  talk.messages.push({
    kind: 'card',
    key: 'settings',
    preview: preview(talk, 'card'),
    title: text(talk, 'settings.title'),
    text: '',
    sections: [
      {
        heading: text(talk, 'settings.heading'),
        items: settings.map((name) => settingLine(talk, name)),
      },
    ],
    choices: settings.map((name) => toSetting(talk, name)),
    form: toSettings(talk),
  });
}

/** "Tone: Warm" */
export const settingLine = (talk: Talk, name: Setting): string =>
  text(talk, `settings.items.${name}`, { value: shown(talk, name) });

/** The button that opens all of them as one form. */
export const toSettings = (talk: Talk): Choice => choice(talk, 'forms.settings.open', { do: 'settings' });

/** The button that asks for another value. */
export const toSetting = (talk: Talk, name: Setting): Choice =>
  choice(talk, `settings.buttons.${name}`, { do: 'setting', name });

function shown(talk: Talk, name: Setting): string {
  const { register, culture, quiet, discreet, zone } = talk.state.profile;
  const of = (value: string): string => text(talk, `settings.${name}.options.${value}`);
  switch (name) {
    case 'register':
      return register === null ? text(talk, 'settings.register.none') : of(register);
    case 'culture':
      return of(culture);
    case 'quiet':
      return quiet.from === quiet.to
        ? text(talk, 'settings.quiet.never')
        : text(talk, 'settings.quiet.hours', quiet);
    case 'weekends':
      return of(String(quiet.weekends));
    case 'discreet':
      return of(String(discreet));
    case 'zone':
      return zone;
  }
}

/** A button of the settings: without a value it asks, with one it sets. */
export function onSetting(talk: Talk, name: Setting, value: string | undefined): void {
  const { profile } = talk.state;
  switch (name) {
    case 'register':
      return pick(talk, name, REGISTERS, value, (chosen) => {
        profile.register = chosen;
      });
    case 'culture':
      return pick(talk, name, CULTURES, value, (chosen) => {
        profile.culture = chosen;
      });
    case 'weekends':
      return pick(talk, name, YES_NO, value, (chosen) => {
        profile.quiet = { ...profile.quiet, weekends: chosen === 'true' };
        planAnew(talk);
      });
    case 'discreet':
      return pick(talk, name, YES_NO, value, (chosen) => {
        profile.discreet = chosen === 'true';
      });
    case 'quiet':
      return value === undefined ? askQuiet(talk) : chooseQuiet(talk, value);
    case 'zone':
      talk.state.expecting = { type: 'zone' };
      return say(talk, 'conversation.zone', { zone: profile.zone });
  }
}

function pick<Value extends string>(
  talk: Talk,
  name: Setting,
  values: readonly Value[],
  given: string | undefined,
  set: (value: Value) => void,
): void {
  const chosen = values.find((value) => value === given);
  if (chosen === undefined) {
    const options = values.map((value) =>
      choice(talk, `settings.${name}.options.${value}`, { do: 'setting', name, value }),
    );
    return say(talk, `settings.${name}.ask`, {}, options);
  }
  set(chosen);
  done(talk);
}

const NEVER = 'never';

function askQuiet(talk: Talk): void {
  talk.state.expecting = { type: 'quiet' };
  const options = ['18:00-09:00', '20:00-08:00', '22:00-07:00', NEVER].map((value): Choice => {
    const [from = '', to = ''] = value.split('-');
    return {
      label: text(talk, value === NEVER ? 'settings.quiet.never' : 'settings.quiet.hours', { from, to }),
      action: encodeAction({ do: 'setting', name: 'quiet', value }),
    };
  });
  say(talk, 'settings.quiet.ask', {}, options);
}

/** "20:00 to 7:30", "10pm-7am" or never; two equal times are never. */
export function chooseQuiet(talk: Talk, said: string): void {
  const never = /\b(?:never|none|no|off)\b/iu.test(said);
  const [from, to] = never ? ['00:00', '00:00'] : clockTimes(said);
  if (from === undefined || to === undefined) {
    talk.state.expecting = { type: 'quiet' };
    return say(talk, 'settings.quiet.unread');
  }
  talk.state.expecting = null;
  talk.state.profile.quiet = { ...talk.state.profile.quiet, from, to };
  planAnew(talk);
  done(talk);
}

/** What is planned keeps its wall-clock time and moves out of the new quiet hours, or back into the old ones. */
export function planAnew(talk: Talk): void {
  for (const reminder of talk.context.reminders) promise(talk, reminder);
}

export function done(talk: Talk): void {
  say(talk, 'settings.done');
  showSettings(talk);
  if (active(talk) && !talk.state.paused) goOn(talk);
}
