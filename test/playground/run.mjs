// Drives Bowout in the Microsoft 365 Agents Playground: the way from an invitation to a reply, a counteroffer, and a
// reminder that comes by itself after a restart. `--look FOLDER` takes pictures of what a person sees meanwhile.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChat } from './chat.mjs';
import { openLook } from './look.mjs';
import { startBowout, startPlayground } from './processes.mjs';

const { look: lookFolder } = parseArgs({ options: { look: { type: 'string' } } }).values;
const folder = await mkdtemp(join(tmpdir(), 'bowout-teams-'));
const report = (line) => process.stdout.write(`${line}\n`);

let bowout = await startBowout(join(folder, 'store'));
const playground = await startPlayground(folder, bowout.port).catch(async (error) => {
  await bowout.stop();
  throw error;
});
const chat = await openChat(playground.url);
const look = lookFolder ? await openLook(playground.url, lookFolder) : null;
/** By the page's own button where there is a page, so that its cards are those that were clicked. */
const click = async (label) => {
  if (!look) return chat.click(label);
  const offer = await chat.offers(label);
  chat.listen();
  await (offer === 'list' ? look.pick(label) : look.click(label));
};
try {
  await installs();
  await answersAnInvitation();
  await answersACounteroffer();
  await looksAround();
  await isReminded();
  await doesTheSameOnce();
  await leaves();
  report('All of it went as it should.');
} catch (error) {
  process.stderr.write(`${error.message}\nBowout said:\n${bowout.printed()}\n`);
  process.exitCode = 1;
} finally {
  chat.close();
  await look?.close();
  await playground.stop();
  await bowout.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Loading the Playground's page installs the app; without the page it is told to. */
async function installs() {
  if (!look) await chat.install();
  await chat.hears("Hello, I'm Bowout", 'whoever owns the workspace', 'What can I do for you?');
  await look?.at('1-greeting');
  report('Installed: greeted once.');
}

async function answersAnInvitation() {
  await chat.type('Globex invited me to an interview in 20 days at 2pm');
  await chat.hears('Globex');
  await chat.type('Analyst');
  await chat.hears('By when would they like to know');
  await look?.at('2-question-with-date-and-form');
  await click("That's all I know");
  await click('Sideways, and nothing gained');
  await click('It does not work');
  await click('No, the timing is wrong');
  await click('Nothing');
  await click('No');
  await click('None of these');
  await click('No');
  await chat.hears('the choice is yours');
  await look?.at('3-recommendation');
  await click('Decline the invitation');
  await click('In a few warm lines');
  await click('No reason');
  await chat.type('your open answers about the team');
  await chat.hears('sign');
  await chat.type('Robin');
  await click('By email');
  await click('Warm');
  await chat.hears('Robin');
  await look?.at('4-draft');
  await click('I sent it');
  await click('Not much');
  report('An invitation: decided, written, sent.');
}

async function answersACounteroffer() {
  await chat.type('/decline');
  await click('I have a counteroffer');
  await chat.hears('?');
  for (const answer of [
    'Contoso',
    'I expect one',
    'culture or a manager',
    'no',
    'still open',
    'none of these',
  ]) {
    await chat.type(answer);
    await chat.hears('?');
  }
  await chat.type('skip');
  await chat.hears('keeping to your resignation');
  await look?.at('5-counteroffer');
  await chat.type('decide later');
  await chat.hears('?');
  await chat.type('in 9 days');
  await chat.hears('come back to you');
  report('A counteroffer: considered, with the reasons, and put off to a day.');
}

async function looksAround() {
  await chat.type('home');
  await chat.hears('Your overview');
  await look?.at('6-overview');
  report('The overview came.');
}

/** Moved to the next minute but one, and kept by a Bowout that is stopped and started in between. */
async function isReminded() {
  await chat.type('settings');
  await click('Change the quiet hours');
  await click('none');
  await chat.hears('I keep to that');
  await chat.type('settings');
  await click('Change the weekends');
  await click('As on other days');
  await chat.hears('I keep to that');
  await chat.type('reminders');
  await chat.hears("What I'll remind you of");
  await look?.at('7-reminders');
  await click('Change 2');
  await click('Another time');
  await chat.hears('When would suit you better?');
  const soon = new Date(Date.now() + 90_000).toISOString().slice(11, 16);
  await chat.type(`today at ${soon}`);
  await chat.hears("I'll come back to it");
  const { port } = bowout;
  await bowout.stop();
  bowout = await startBowout(join(folder, 'store'), port);
  chat.listen();
  await chat.waitsFor('you wanted to have made up your mind', 150_000);
  await look?.at('8-reminder');
  report('A reminder: came by itself, after a restart.');
}

/** The Playground sends nothing twice, so the event is made here. */
async function doesTheSameOnce() {
  const again = { type: 'message', id: 'the same', text: 'list' };
  const before = chat.count();
  await chat.happens(again);
  await chat.happens(again);
  await chat.hears('What we have talked about');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  if (chat.count() !== before + 1) throw new Error(`One event had ${chat.count() - before} answers.`);
  report('The same event twice: one answer.');
}

async function leaves() {
  await chat.happens({ type: 'installationUpdate', action: 'remove', id: 'removed' });
  await chat.type('list');
  await chat.hears("Hello, I'm Bowout");
  report('Removed: everything is forgotten, and the next word is a first one.');
}
