import type { Express } from 'express';
import type { Words } from '../coach/words.js';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import type { Installations, OneTimeStates } from '../service/installations.js';
import type { OwnClocks } from '../service/own-clock.js';
import type { Channel, Handle, Look } from '../service/ports.js';

/** A channel's way out, and its way in: `mount` serves it on the app and returns what closes it. */
export interface Entrance {
  readonly channel: Channel;
  mount(app: Express, handle: Handle): Promise<() => void | Promise<void>>;
}

interface Shared {
  readonly words: Words;
  readonly log: Log;
  readonly clocks: OwnClocks;
  readonly look: Look;
  readonly installations: Installations & OneTimeStates;
}

/** The channels that are on. Their SDKs are loaded only then, since they are the slowest part of a start. */
export async function openChannels(config: Config, shared: Shared): Promise<Entrance[]> {
  const entrances: Entrance[] = [];
  // Slack comes first: its signatures cover the raw body, before anything parses it.
  if (config.slack) entrances.push(await openSlack(config.slack, shared));
  if (config.teams) entrances.push(await openTeams(config.teams, shared));
  if (config.playground) entrances.push(await openWeb(shared));
  return entrances;
}

async function openSlack(config: NonNullable<Config['slack']>, shared: Shared): Promise<Entrance> {
  const slack = await import('./slack/slack.js');
  const { channel, mount } = slack.openSlack(config, shared);
  return { channel, mount: async (app, handle) => (await mount(app, handle)).close };
}

async function openTeams(config: NonNullable<Config['teams']>, { words, log }: Shared): Promise<Entrance> {
  const { createTeams } = await import('./teams/teams.js');
  const { mountTeams } = await import('./teams/mount.js');
  const teams = createTeams(config, { words, log });
  return {
    channel: teams,
    async mount(app, handle) {
      mountTeams(app, { config, words, handle, log, say: teams.say });
      return () => {};
    },
  };
}

async function openWeb({ words, log, clocks, look }: Shared): Promise<Entrance> {
  const { createWeb } = await import('./web/web.js');
  const { mountWeb } = await import('./web/mount.js');
  const web = createWeb({ now: clocks.now });
  return {
    channel: web,
    mount: async (app, handle) => mountWeb(app, { web, handle, look, clock: clocks, words, log }).close,
  };
}
