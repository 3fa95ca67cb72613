import { fillGraphile, fillPgBoss, promise, withPool } from '../due.mjs';
import { inTwoProcesses } from '../two-processes.mjs';

export const measure = {
  title: 'Due reminders to posted and marked row by row, two processes, 50,000 due, a post that does nothing',
  unit: 'a second',
  better: 'higher',
  sides: ['bowout', 'bowout, messages only', 'pg-boss', 'graphile-worker'],
  goals: [
    { side: 'bowout', over: 'pg-boss', atLeast: 1 },
    { side: 'bowout', over: 'graphile-worker', atLeast: 3.5 },
    { side: 'bowout, messages only', over: 'pg-boss', atLeast: 1 },
    { side: 'bowout, messages only', over: 'graphile-worker', atLeast: 3.5 },
  ],
  note:
    'Bowout’s reminder is more than a job: the person is locked, the conversation decrypted, the coach asked whether and ' +
    'how it still applies, state and message saved in one transaction, then the message is claimed, posted and marked. ' +
    '“Messages only” begins with the messages already in the outbox, which is what the queues beside it do.',
};

export async function run(side, { databaseUrl, quick }) {
  const count = quick ? 2_000 : 50_000;
  const { seconds, cpuS, rssMb } = await works[side](databaseUrl, count);
  return { value: count / seconds, cpuS, rssMb };
}

const works = {
  async bowout(databaseUrl, count) {
    const encryptionKey = await promise(databaseUrl, count);
    return inTwoProcesses('bowout', { databaseUrl, encryptionKey });
  },
  async 'bowout, messages only'(databaseUrl, count) {
    const encryptionKey = await promise(databaseUrl, count);
    await inTwoProcesses('bowoutReminders', { databaseUrl, encryptionKey });
    await withPool(databaseUrl, (pool) => pool.query('analyze'));
    return inTwoProcesses('bowout', { databaseUrl, encryptionKey });
  },
  async 'pg-boss'(databaseUrl, count) {
    await fillPgBoss(databaseUrl, count);
    return inTwoProcesses('pgBoss', { databaseUrl });
  },
  async 'graphile-worker'(databaseUrl, count) {
    await fillGraphile(databaseUrl, count);
    return inTwoProcesses('graphile', { databaseUrl });
  },
};
