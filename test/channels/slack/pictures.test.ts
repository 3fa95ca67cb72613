import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPictures } from '../../../src/channels/slack/pictures.js';
import { createSlackSender } from '../../../src/channels/slack/sender.js';
import { type CardMessage, toPlainText } from '../../../src/coach/message.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Delivery } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { ranges } from '../../picture/samples.js';
import { accessOf } from './one-workspace.js';
import { answer, startWebApiServer, type WebApiServer } from './web-api-server.js';

const card: CardMessage = {
  kind: 'card',
  key: 'comparison.picture',
  preview: 'Something to look at',
  title: 'Side by side',
  text: 'Globex could still come near.',
  sections: [{ heading: 'Dark is sure', items: ranges.facts }],
  picture: ranges,
  choices: [],
};
const address = {
  channel: 'slack',
  to: { team: 'T024BE7LD', user: 'U061F7AUR', channel: 'D061F7AUR' },
} as const;
const delivery = (message = card): Delivery => ({
  id: 'delivery-1',
  who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
  address,
  message,
  attempt: 1,
});

let api: WebApiServer;
let logged: string[];
beforeEach(async () => {
  api = await startWebApiServer('xoxb-1');
  logged = [];
});
afterEach(() => api.close());

function slack() {
  const config: SlackConfig = { signingSecret: 's', botToken: 'xoxb-1', appToken: null, apiUrl: api.url };
  const sink = { write: (line: string) => void logged.push(line) };
  return createSlackSender(
    config,
    loadWords('en'),
    accessOf(config),
    createPictures(createLog('info', sink), 0),
  );
}
const typesOf = (posted: WebApiServer['posted'][number] | undefined) =>
  posted?.blocks.map(({ type }) => type);
const shown = (name: string | null) => ({
  delivery: 'delivery-1',
  who: delivery().who,
  address,
  externalId: name,
  attempt: 1,
});

describe('a card with a picture', () => {
  it('shows it as a file of the workspace, with its facts for those who listen and as text for everybody', async () => {
    const outcome = await slack().send(delivery());
    expect(api.refused).toEqual([]);
    expect(outcome).toEqual({ type: 'sent', externalId: `${api.posted[0]?.ts} F0` });
    expect(typesOf(api.posted[0])).toEqual(['header', 'section', 'image', 'rich_text']);
    expect(api.posted[0]?.blocks[2]).toMatchObject({
      slack_file: { id: 'F0' },
      alt_text: [ranges.title, ...ranges.facts].join('. '),
    });
    const file = api.files.get('F0');
    expect(file?.content?.includes('PNG\r\n')).toBe(true);
    expect(file?.content?.length).toBeGreaterThan(file?.length ?? 0);
  });

  it('names nothing in the list of files, and hands the file to no conversation', async () => {
    await slack().send(delivery());
    const given = api.calls.filter(({ method }) => method.startsWith('files.')).map((call) => call.arguments);
    expect(JSON.stringify(given)).not.toMatch(/Acme|Globex|Side by side|D061F7AUR|U061F7AUR/);
  });

  it('is posted once: the picture goes in the same message', async () => {
    await slack().send(delivery());
    expect(api.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
    'goes as text alone where %s is refused, and the log says what is missing',
    async (method) => {
      api.misbehave(method, (_call, response) => answer(response, { ok: false, error: 'missing_scope' }));
      const outcome = await slack().send(delivery());
      expect(outcome).toEqual({ type: 'sent', externalId: api.posted[0]?.ts });
      expect(typesOf(api.posted[0])).toEqual(['header', 'section', 'rich_text']);
      expect(logged.join()).toContain('files:write');
      expect(logged.join()).not.toMatch(/Acme|Globex/);
    },
  );

  it('goes without the picture where Slack does not take the file in time', async () => {
    api.misbehave('chat.postMessage', (call, response) => {
      const hasImage = JSON.stringify(call.arguments['blocks']).includes('slack_file');
      answer(
        response,
        hasImage ? { ok: false, error: 'invalid_blocks' } : { ok: true, ts: '1795161700.000100' },
      );
    });
    expect(await slack().send(delivery())).toEqual({ type: 'sent', externalId: '1795161700.000100' });
    expect(api.files.get('F0')?.isDeleted).toBe(true);
  });

  it('leaves nothing in the workspace that no message shows', async () => {
    api.misbehave('chat.postMessage', (_call, response) =>
      answer(response, { ok: false, error: 'user_disabled' }),
    );
    expect(await slack().send(delivery())).toMatchObject({ type: 'refused' });
    expect(api.files.get('F0')?.isDeleted).toBe(true);
    api.misbehave('files.delete', (_call, response) => answer(response, { ok: false, error: 'fatal_error' }));
    await slack().send(delivery());
    expect(logged.join()).toContain('could not be deleted');
  });

  it('keeps the file where it is not clear whether the message arrived', async () => {
    api.misbehave('chat.postMessage', (_call, response) => void response.destroy());
    expect(await slack().send(delivery())).toMatchObject({ type: 'unknown' });
    expect(api.files.get('F0')?.isDeleted).toBe(false);
  });

  it('a card without one uploads nothing', async () => {
    await slack().send(delivery({ ...card, picture: null }));
    expect(api.files.size).toBe(0);
    expect(toPlainText(card)).toContain(ranges.facts[1]);
  });
});

describe('taking it out of the chat', () => {
  it('deletes the file and the message', async () => {
    const sender = slack();
    const outcome = await sender.send(delivery());
    const name = outcome.type === 'sent' ? outcome.externalId : null;
    expect(await sender.remove?.(shown(name))).toEqual({ type: 'removed' });
    expect(api.files.get('F0')?.isDeleted).toBe(true);
    expect(api.deleted.has(api.posted[0]?.ts ?? '')).toBe(true);
  });

  it('finds both when only the delivery is known', async () => {
    const sender = slack();
    await sender.send(delivery());
    expect(await sender.find?.(delivery())).toBe(`${api.posted[0]?.ts} F0`);
    expect(await sender.remove?.(shown(null))).toEqual({ type: 'removed' });
    expect(api.files.get('F0')?.isDeleted).toBe(true);
  });

  it('goes on where the file is gone already, and comes back where Slack does not delete it', async () => {
    const sender = slack();
    await sender.send(delivery());
    const name = `${api.posted[0]?.ts} F0`;
    api.misbehave('files.delete', (_call, response) =>
      answer(response, { ok: false, error: 'internal_error' }),
    );
    expect((await sender.remove?.(shown(name)))?.type).not.toBe('removed');
    expect(api.deleted.size).toBe(0);
    api.misbehave('files.delete', (_call, response) =>
      answer(response, { ok: false, error: 'file_deleted' }),
    );
    expect(await sender.remove?.(shown(name))).toEqual({ type: 'removed' });
  });
});
