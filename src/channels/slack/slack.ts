import type { Application } from 'express';
import type { Words } from '../../coach/words.js';
import type { SlackConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Channel, Handle, Look } from '../../service/ports.js';
import { type Mounted, mountSlack } from './bolt.js';
import { createCall } from './calls.js';
import { createHomes } from './homes.js';
import { createSlackSender } from './sender.js';

export interface Slack {
  readonly channel: Channel;
  /** See `mountSlack`. */
  mount(app: Application, handle: Handle): Promise<Mounted>;
}

/** Slack both ways. The Home tab belongs to both: it follows what came in here and what was committed elsewhere. */
export function openSlack(
  config: SlackConfig,
  parts: { readonly words: Words; readonly log: Log; readonly look: Look },
): Slack {
  const call = createCall(config);
  const homes = createHomes({ ...parts, call });
  return {
    channel: { ...createSlackSender(config, parts.words), changed: homes.changed },
    mount: (app, handle) => mountSlack(app, { config, handle, call, homes, ...parts }),
  };
}
