import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { TeamsConfig } from '../../config.js';
import type { Outcome, Removed } from '../../service/ports.js';
import type { Activity } from './activity.js';
import { classify, removedOf } from './errors.js';
import type { TeamsAddress } from './guards.js';
import type { OutgoingActivity } from './render.js';

/*
 * The only file that knows the Bot Framework SDK, which is archived. It does two things: check the token of an
 * incoming event, and post or delete one activity. Dispatch is Bowout's own.
 */

/** Thrown for a token that is missing, forged, expired, or meant for somebody else. */
export class UnauthorisedError extends Error {
  override readonly name = 'UnauthorisedError';
}

/** Checks who sent an event. Resolves when Teams did; throws UnauthorisedError, or another error when it cannot tell. */
type Verify = (activity: Activity, authorization: string) => Promise<void>;

/** Where the Bot Framework publishes its signing keys, and the name it signs with. */
export interface Issuer {
  readonly openIdMetadataUrl: string;
  readonly name: string;
}

/** `issuer` is the worldwide cloud's unless given; keys are fetched at the first event and kept for a day. */
export function createVerify(config: TeamsConfig, issuer?: Issuer): Verify {
  // Local mode has no keys to check; the guards see to it that only this machine is heard.
  if (config.mode === 'local') return async () => {};
  const authentication = authenticationFor(config, issuer);
  return async (activity, authorization) => {
    try {
      await authentication.authenticateRequest(
        activity as unknown as Parameters<typeof authentication.authenticateRequest>[0],
        authorization,
      );
    } catch (error) {
      if (isRejectedToken(error))
        throw new UnauthorisedError('The token of an event was refused', { cause: error });
      throw error;
    }
  };
}

/** What is asked of Teams, each with one request. Nothing throws for what Teams or the network does. */
interface Connector {
  /** Posts one activity to a person. */
  post(address: TeamsAddress, activity: OutgoingActivity): Promise<Outcome>;
  /** Deletes one activity that was posted. */
  remove(address: TeamsAddress, activityId: string): Promise<Removed>;
}

export function createConnector(config: TeamsConfig, timeoutMs: number): Connector {
  const adapter = new CloudAdapter(authenticationFor(config));
  const appId = config.mode === 'azure' ? config.appId : '';

  async function ask(
    address: TeamsAddress,
    what: (context: TurnContext) => Promise<string | null>,
  ): Promise<Outcome> {
    let outcome: Outcome | null = null;
    const call = async (context: TurnContext): Promise<void> => {
      // The SDK makes an id up for its own "continue" event and would post a reply to it, to a message nobody has seen.
      delete context.activity.id;
      const request = onePost(context.turnState.get(adapter.ConnectorClientKey), timeoutMs);
      // Caught in here: what leaves this callback goes to the adapter's error handler, and the call looks successful.
      try {
        outcome = { type: 'sent', externalId: await Promise.race([what(context), request.neverBegun]) };
      } catch (error) {
        outcome = classify(error, request.isBegun());
      } finally {
        request.done();
      }
    };
    await adapter.continueConversationAsync(appId, referenceTo(address), call);
    return outcome ?? { type: 'not-sent', reason: 'the SDK did not call back' };
  }

  return {
    post: (address, activity) =>
      ask(address, async (context) => {
        const sent = await context.sendActivity({ ...activity } as Parameters<
          typeof context.sendActivity
        >[0]);
        return sent?.id || null;
      }),
    async remove(address, activityId) {
      const outcome = await ask(address, async (context) => {
        await context.deleteActivity(activityId);
        return null;
      });
      return removedOf(outcome);
    },
  };
}

/** What is known of the SDK's HTTP client. The field is private, so its absence has to be loud. */
interface ConnectorInside {
  readonly client?: {
    readonly pipeline?: {
      removePolicy(options: { name: string }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest(
          request: { timeout: number },
          next: (request: never) => Promise<unknown>,
        ): Promise<unknown>;
      }): void;
    };
  };
}

interface OnePost {
  /** True once the HTTP request was started, which no error of the SDK says. */
  isBegun(): boolean;
  /** Rejects when the request was not even started in time; it will not be started any more. */
  readonly neverBegun: Promise<never>;
  done(): void;
}

/**
 * Makes a connector post once. By default the SDK posts three times more after a 5xx, a reset or a 429, and follows
 * redirects; creating an activity cannot be repeated safely, and the outbox has its own patience. No option turns
 * this off. The SDK also waits for a token as long as it takes: a post that began after the outbox's lease had run
 * out could be the second one.
 */
export function onePost(connector: unknown, timeoutMs: number): OnePost {
  const pipeline = (connector as ConnectorInside | undefined)?.client?.pipeline;
  if (!pipeline)
    throw new Error(
      'botbuilder no longer has connector.client.pipeline: find where its retries went before sending.',
    );
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  let state: 'waiting' | 'begun' | 'too-late' = 'waiting';
  pipeline.addPolicy({
    name: 'bowoutOnePost',
    async sendRequest(request, next) {
      if (state !== 'waiting') throw new Error(`A post that is ${state} is not started again.`);
      state = 'begun';
      request.timeout = timeoutMs;
      return next(request as never);
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const neverBegun = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      if (state !== 'waiting') return;
      state = 'too-late';
      reject(new Error('No token came in time.'));
    }, timeoutMs);
  });
  return { isBegun: () => state === 'begun', neverBegun, done: () => clearTimeout(timer) };
}

function authenticationFor(config: TeamsConfig, issuer?: Issuer): ConfigurationBotFrameworkAuthentication {
  if (config.mode === 'local') return new ConfigurationBotFrameworkAuthentication({});
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: config.appId,
    MicrosoftAppPassword: config.appPassword,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: config.appTenantId,
    ...(issuer
      ? {
          ToBotFromChannelOpenIdMetadataUrl: issuer.openIdMetadataUrl,
          ToBotFromChannelTokenIssuer: issuer.name,
        }
      : {}),
  });
}

/** Library names of a token that was read and refused. Anything else, an unreachable key server say, is not the sender's fault. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

function isRejectedToken(error: unknown): boolean {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  return statusCode === 401 || TOKEN_ERRORS.has(String(name));
}

function referenceTo(address: TeamsAddress) {
  return {
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    conversation: {
      id: address.conversationId,
      tenantId: address.tenantId,
      conversationType: 'personal',
      isGroup: false,
      name: '',
    },
    bot: { id: address.botMri, name: '' },
    user: { id: address.userMri, name: '', aadObjectId: address.aadObjectId },
  };
}
