import { type Access, createAccess } from '../../../src/channels/slack/access.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Installations, OneTimeStates } from '../../../src/service/installations.js';

type Removed = Parameters<Installations['removeInstallation']>[0];

/** What a server for one workspace has of installations: none. It only hears when it was removed. */
export function noInstallations(): Installations & OneTimeStates & { readonly removed: Removed[] } {
  const removed: Removed[] = [];
  const notHere = () => Promise.reject(new Error('With a token in the settings nothing is added.'));
  return {
    removed,
    installation: notHere,
    addInstallation: notHere,
    renewToken: notHere,
    noteState: notHere,
    takeState: notHere,
    async removeInstallation(one) {
      removed.push(one);
    },
    forgetRemoved: async () => {},
  };
}

/** The token of the config, for everywhere. */
export function accessOf(config: SlackConfig): Access {
  return createAccess({ config, installations: noInstallations(), log: createLog('silent') });
}
