// The four questions of `FOUR_ANSWERS` as a waterfall of botbuilder-dialogs, on a storage of one's choice.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ConversationState, TurnContext, BotAdapter, ActivityTypes } = require('botbuilder');
const {
  DialogSet,
  WaterfallDialog,
  TextPrompt,
  ChoicePrompt,
  DialogTurnStatus,
} = require('botbuilder-dialogs');

class CountingAdapter extends BotAdapter {
  sent = 0;
  async sendActivities(_context, activities) {
    this.sent += activities.length;
    return activities.map((_, n) => ({ id: String(n) }));
  }
  async updateActivity() {}
  async deleteActivity() {}
}

export function createWaterfall(storage) {
  const adapter = new CountingAdapter();
  const state = new ConversationState(storage);
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new TextPrompt('text'));
  dialogs.add(new ChoicePrompt('choice'));
  dialogs.add(
    new WaterfallDialog('counteroffer', [
      (step) =>
        step.prompt(
          'text',
          'Which employer wants to keep you? A code name is fine if others may read along.',
        ),
      (step) => {
        step.values.company = step.result;
        return step.prompt('choice', {
          prompt: 'Have they made you a counteroffer, or do you expect one?',
          choices: ['They have made one', 'I expect one'],
        });
      },
      (step) => {
        step.values.made = step.result.value;
        return step.prompt('choice', {
          prompt: 'Before their offer came, what was your main reason to leave?',
          choices: [
            'Pay',
            'No way to grow',
            'Culture or a manager',
            'Hours, place or family',
            'My long-term plans',
          ],
        });
      },
      (step) => {
        step.values.reason = step.result.value;
        return step.prompt('text', 'What pay do they offer now? If it is not about pay, skip this.');
      },
      (step) => {
        step.values.pay = step.result;
        return step.prompt('text', 'What else do they promise, such as a title, other work, or a date?');
      },
      (step) => step.endDialog(step.values),
    ]),
  );
  return {
    adapter,
    async turn(person, text) {
      const context = new TurnContext(adapter, {
        type: ActivityTypes.Message,
        channelId: 'msteams',
        text,
        locale: 'en-US',
        from: { id: person },
        recipient: { id: 'bot' },
        conversation: { id: person },
      });
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('counteroffer');
      await state.saveChanges(context);
    },
  };
}

/** botbuilder's `Storage` on one table, with its ETag check and nothing more. */
export function postgresStorage(pool) {
  return {
    async prepare() {
      await pool.query(
        'create table bot_state (id text primary key, etag bigint not null, data jsonb not null)',
      );
    },
    async read(keys) {
      const { rows } = await pool.query('select id, etag, data from bot_state where id = any($1)', [keys]);
      return Object.fromEntries(rows.map(({ id, etag, data }) => [id, { ...data, eTag: String(etag) }]));
    },
    async write(changes) {
      for (const [id, { eTag, ...data }] of Object.entries(changes)) {
        const { rowCount } = await pool.query(
          `insert into bot_state (id, etag, data) values ($1, 1, $2::jsonb)
           on conflict (id) do update set data = excluded.data, etag = bot_state.etag + 1
           where $3::bigint is null or bot_state.etag = $3::bigint`,
          [id, JSON.stringify(data), eTag === undefined || eTag === '*' ? null : eTag],
        );
        if (rowCount === 0) throw new Error(`Storage: eTag conflict on ${id}`);
      }
    },
    async delete(keys) {
      await pool.query('delete from bot_state where id = any($1)', [keys]);
    },
  };
}
