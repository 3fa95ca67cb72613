import * as chrono from 'chrono-node';
import { readCommand } from '../../dist/coach/understand/command.js';
import { readDate } from '../../dist/coach/understand/date.js';
import { readDistress } from '../../dist/coach/understand/distress.js';
import { readEmployerReply } from '../../dist/coach/understand/employer-reply.js';
import { readOpening } from '../../dist/coach/understand/opening.js';
import { readPay } from '../../dist/coach/understand/pay.js';
import { readYesNo } from '../../dist/coach/understand/yes-no.js';
import { context } from '../bowout.mjs';

export const measure = {
  title: 'Understand one message: every reader on it',
  unit: 'µs a message',
  better: 'lower',
  sides: ['bowout', 'chrono-node'],
  goals: [{ side: 'bowout', over: 'chrono-node', atMost: 2 }],
  note: 'Bowout reads date, pay, opening, command, yes or no, distress and the employer’s reply; chrono-node the date alone.',
};

const MESSAGES = [
  'yes',
  'no thanks',
  'Friday',
  'by 5 December at noon',
  'next week sometime, they did not say',
  '95k plus bonus',
  'between €60.000 and €70.000 a year',
  'I got an offer from Acme, they want an answer by Friday',
  'my boss made me a counteroffer this morning and I do not know what to do',
  'they invited me to interview but I already accepted somewhere else',
  'actually it was the 27th',
  'why do you ask?',
  'go back',
  'hello',
  'Thank you for letting us know. We understand and wish you all the best. Could you tell us what made you decide against us? We would be happy to look at the salary again.',
  'We can offer you 10% more and an extra week of holiday if you stay. Please let me know by Monday.',
];

export function run(side, { quick }) {
  const read = sides[side];
  const rounds = quick ? 20 : 300;
  for (let n = 0; n < rounds / 4; n++) for (const text of MESSAGES) read(text);
  const started = performance.now();
  for (let n = 0; n < rounds; n++) for (const text of MESSAGES) read(text);
  return { value: ((performance.now() - started) * 1_000) / rounds / MESSAGES.length };
}

const date = { now: context.now, zone: context.zone, locale: context.locale };
const reference = new Date(context.now);

const sides = {
  bowout(text) {
    readDate(text, date);
    readPay(text, date);
    readOpening(text);
    readCommand(text);
    readYesNo(text);
    readDistress(text);
    readEmployerReply(text);
  },
  'chrono-node': (text) => chrono.parse(text, reference, { forwardDate: true }),
};
