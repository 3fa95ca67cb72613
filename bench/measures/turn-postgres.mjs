import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { FOUR_ANSWERS, openPostgres, serviceOn, somebody } from '../bowout.mjs';
import { timed } from '../timing.mjs';
import { createWaterfall, postgresStorage } from '../waterfall.mjs';

export const measure = {
  title: 'One durable turn, the same four questions, on PostgreSQL',
  unit: 'ms a turn (p50)',
  better: 'lower',
  sides: ['bowout', 'botbuilder'],
  goals: [
    { side: 'bowout', over: 'botbuilder', atMost: 0.6 },
    { side: 'bowout', over: 'botbuilder', figure: 'cpuMs', atMost: 0.5 },
  ],
  note:
    'Bowout: the event noted, the person locked, the coach asked, state encrypted and saved, the reply in the outbox, ' +
    'one commit; sending it runs beside, as in the product, and its CPU counts. botbuilder: its state read and saved.',
};

export async function run(side, { databaseUrl, quick }) {
  const people = quick ? 40 : 400;
  const turns = side === 'bowout' ? await bowout(databaseUrl) : await botbuilder(databaseUrl);
  const one = (n) => turns(`U${n % people}`, FOUR_ANSWERS[Math.floor(n / people)] ?? '');
  await warmUp(turns);
  const { p50, p95, cpuMs } = await timed(people * FOUR_ANSWERS.length, one);
  return { value: p50, p95, cpuMs };
}

async function warmUp(turns) {
  for (let n = 0; n < 40; n++) for (const text of FOUR_ANSWERS) await turns(`W${n}`, text);
}

async function bowout(databaseUrl) {
  const service = serviceOn(await openPostgres(databaseUrl));
  return async (person, text) => {
    const { who, address } = somebody(person);
    const event = { id: randomUUID(), who, address, zone: 'Europe/London', locale: 'en-US' };
    await service.handle({ ...event, input: { type: 'text', text } });
    if (text === FOUR_ANSWERS.at(-1)) await service.settled();
  };
}

async function botbuilder(databaseUrl) {
  const storage = postgresStorage(new pg.Pool({ connectionString: databaseUrl }));
  await storage.prepare();
  return createWaterfall(storage).turn;
}
