import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/slack/', import.meta.url);

export type Payload = Record<string, unknown>;

/** A payload in the shape that Slack sends, by the name of its file. Fresh at every call. */
export function fixture(name: string): Payload {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Payload;
}

export function fixtureNames(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
}

/** A payload of an event with other values in its event. */
export function event(name: string, changes: Payload): Payload {
  const payload = fixture(name);
  return { ...payload, event: { ...(payload['event'] as Payload), ...changes } };
}
