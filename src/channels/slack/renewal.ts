import { z } from 'zod';
import type { SlackConfig, SlackOAuth } from '../../config.js';
import type { Log } from '../../log.js';
import type { Installation, Installations, Token } from '../../service/installations.js';
import { createClient } from './client.js';
import { outcomeOf } from './errors.js';

const TIMEOUT_MS = 8_000;
const MINUTE_MS = 60_000;

/** Tokens live for 12 hours; there is time for Slack to be away. */
const EARLY_MS = 120 * MINUTE_MS;

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * Gives the token of an installation, and exchanges it in good time. A refresh token works once, so only one process
 * does so at a time; nobody waits for it while the present token works. After a failure it is left alone for a minute.
 * Rejects when the token has run out and there is no new one.
 */
export function createRenewal(parts: {
  readonly config: SlackConfig;
  readonly oauth: SlackOAuth;
  readonly installations: Installations;
  readonly log: Log;
  /** Told when there is another token than before. */
  readonly renewed: () => void;
}): (installation: Installation) => Promise<string> {
  const { config, oauth, installations, log, renewed } = parts;
  const client = createClient(config, TIMEOUT_MS);
  const renewing = new Map<string, Promise<Token | null>>();

  async function nextOf(token: Token): Promise<Token | null> {
    // Another process was quicker.
    if (token.refresh === null || lifeOf(token) > EARLY_MS) return null;
    const given = await client.oauth.v2.access({
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: token.refresh,
    });
    const { access_token, refresh_token, expires_in } = answer.parse(given);
    const expiresAt = new Date(Date.now() + expires_in * 1000).toISOString();
    return { value: access_token, refresh: refresh_token, expiresAt };
  }

  function renew(id: string): Promise<Token | null> {
    const ours = installations.renewToken(id, nextOf);
    renewing.set(id, ours);
    ours.then(
      () => {
        renewing.delete(id);
        renewed();
      },
      (error: unknown) => {
        log.error(
          { installation: id, ...outcomeOf(error) },
          'A Slack token could not be renewed; it is tried again in a minute. If Slack calls the refresh token invalid, the workspace has to add Bowout again.',
        );
        setTimeout(() => renewing.delete(id), MINUTE_MS).unref();
      },
    );
    return ours;
  }

  return async ({ id, token }) => {
    if (token.refresh === null || lifeOf(token) > EARLY_MS) return token.value;
    const exchange = renewing.get(id) ?? renew(id);
    if (lifeOf(token) > MINUTE_MS) return token.value;
    const next = await exchange;
    if (next === null) throw new Error(`Bowout was removed from ${id} while its token was being renewed.`);
    return next.value;
  };
}

function lifeOf({ expiresAt }: Token): number {
  return expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - Date.now();
}
