import type { Application } from 'express';
import type { Words } from '../../coach/words.js';
import type { SlackConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Installations, OneTimeStates } from '../../service/installations.js';
import type { Channel, Handle, Look } from '../../service/ports.js';
import { createAccess } from './access.js';
import { type Mounted, mountSlack } from './bolt.js';
import { CALL_TIMEOUT_MS, createCall } from './calls.js';
import { createClients } from './client.js';
import { createHomes } from './homes.js';
import { createPictures } from './pictures.js';
import { createPlaces } from './places.js';
import { createSlackSender } from './sender.js';
import { createStrangers } from './strangers.js';

export interface Slack {
  readonly channel: Channel;
  /** See `mountSlack`. */
  mount(app: Application, handle: Handle): Promise<Mounted>;
}

/** Slack both ways. The Home tab belongs to both: it follows what came in here and what was committed elsewhere. */
export function openSlack(
  config: SlackConfig,
  parts: {
    readonly words: Words;
    readonly log: Log;
    readonly look: Look;
    readonly installations: Installations & OneTimeStates;
  },
): Slack {
  const access = createAccess({ config, ...parts });
  const clientAt = createClients(config, access, CALL_TIMEOUT_MS);
  const places = createPlaces();
  const call = createCall(clientAt, places);
  const homes = createHomes({ ...parts, call });
  const tellStranger = createStrangers({ ...parts, clientAt });
  return {
    channel: {
      ...createSlackSender(config, parts.words, access, createPictures(parts.log)),
      changed: homes.changed,
    },
    mount: (app, handle) =>
      mountSlack(app, { config, handle, call, homes, access, places, tellStranger, ...parts }),
  };
}
