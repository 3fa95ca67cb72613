import { fillGraphile, fillPgBoss } from '../due.mjs';
import { inTwoProcesses } from '../two-processes.mjs';

export const measure = {
  title: 'The same in batches',
  unit: 'a second',
  better: 'higher',
  sides: ['pg-boss fetch(500)', 'graphile-worker tuned'],
  goals: [],
};

export async function run(side, { databaseUrl, quick }) {
  const count = quick ? 2_000 : 50_000;
  const { seconds, cpuS, rssMb } = await works[side](databaseUrl, count);
  return { value: count / seconds, cpuS, rssMb };
}

const works = {
  async 'pg-boss fetch(500)'(databaseUrl, count) {
    await fillPgBoss(databaseUrl, count);
    return inTwoProcesses('pgBossFetch', { databaseUrl });
  },
  async 'graphile-worker tuned'(databaseUrl, count) {
    await fillGraphile(databaseUrl, count);
    return inTwoProcesses('graphile', { databaseUrl, tuned: true });
  },
};
