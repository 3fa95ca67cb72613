import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, launchChromium, warnWithoutChromium } from './browser.js';
import { type Playground, startPlayground } from './playground.js';
import {
  card,
  choiceQuestion,
  dateQuestion,
  draft,
  formQuestion,
  greeting,
  plain,
  reminder,
  summary,
} from './samples.js';

const chromium = findChromium();
if (!chromium) warnWithoutChromium('the playground page in a browser');

const phone = { width: 390, height: 844 };

describe.skipIf(!chromium)('the playground page', () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  /** What the browser complained about: errors of the page, and everything its content policy stopped. */
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground();
    playground.answer(({ input }) => (input.type === 'hello' ? [greeting] : []));
    complaints = [];
  });
  afterEach(async () => {
    await page.context().close();
    await playground.close();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The browser reports each refused connection itself; tests that stop the server expect it.
      if (message.type() === 'error' && !message.text().includes('ERR_')) complaints.push(message.text());
    });
    await page.goto(playground.url);
    await page.getByRole('button', { name: 'I have an offer' }).waitFor();
  }

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const said = () => page.locator('#log .person .body').allTextContents();
  const settled = () => page.locator('html[data-unsent="0"]').waitFor({ state: 'attached' });
  const clicks = () =>
    playground.inbounds.map(({ input }) => input).filter((input) => input.type !== 'hello');

  it('greets a newcomer by itself, once', async () => {
    await open();
    await page.reload();
    await button('I have an offer').waitFor();
    expect(playground.inbounds.map(({ input }) => input)).toEqual([{ type: 'hello' }]);
    expect(playground.inbounds[0]).toMatchObject({ zone: 'Europe/Berlin', locale: 'en-GB' });
  });

  it('asks a question with numbered choices, controls and progress', async () => {
    await open();
    playground.answer(() => [choiceQuestion]);
    await button('I have an offer').click();
    const question = page.getByRole('article').filter({ hasText: choiceQuestion.text });
    await question.getByText('2 of about 7').waitFor();
    expect(await question.getByRole('listitem').allTextContents()).toEqual([
      'In writing',
      'By phone',
      'Through a recruiter',
    ]);
    playground.answer(() => []);
    await question.getByRole('button', { name: 'Why?' }).click();
    await question.getByRole('button', { name: 'By phone' }).click();
    await settled();
    expect(clicks()).toEqual([
      { type: 'click', action: 'start:offer' },
      { type: 'click', action: 'why' },
      { type: 'click', action: 'answer:channel:phone' },
    ]);
    expect(await said()).toEqual(['I have an offer', 'Why?', 'By phone']);
    expect(await page.locator('.chosen').allTextContents()).toEqual(['I have an offer', 'By phone']);
  });

  it('takes a double click and a held key as one, even when the page moves under the pointer', async () => {
    await open();
    await button('I have an offer').dblclick();
    await button('I am invited to an interview').focus();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await settled();
    expect(clicks()).toEqual([
      { type: 'click', action: 'start:offer' },
      { type: 'click', action: 'start:interview' },
    ]);
  });

  it('sends what is typed with Enter, and starts a line with Shift and Enter', async () => {
    await open();
    const answer = page.getByLabel('Your answer', { exact: true }).and(page.locator('textarea'));
    await answer.fill('It came');
    await answer.press('Shift+Enter');
    await answer.pressSequentially('by phone');
    await answer.press('Enter');
    await answer.fill('   ');
    await answer.press('Enter');
    await settled();
    expect(clicks()).toEqual([{ type: 'text', text: 'It came\nby phone' }]);
    expect(await answer.inputValue()).toBe('   ');
  });

  it('offers a calendar for a date', async () => {
    await open();
    playground.answer(() => [dateQuestion]);
    await button('I have an offer').click();
    playground.answer(() => []);
    await button('Use this date').click();
    await page.getByLabel('Choose a date').fill('2026-11-27');
    await button('Use this date').click();
    await settled();
    expect(clicks().at(-1)).toEqual({ type: 'click', action: 'answer:deadline', value: '2026-11-27' });
    expect((await said()).at(-1)).toMatch(/^Friday,? 27 November 2026$/);
  });

  it('offers the questions as one form, and keeps what is entered through a reload', async () => {
    await open();
    playground.answer(() => [formQuestion]);
    await button('I have an offer').click();
    playground.answer(() => []);
    await button('Answer several at once').click();
    await page.getByLabel('Company or code name').fill('Offer A');
    await page.reload();
    await button('Answer several at once').click();
    expect(await page.getByLabel('Company or code name').inputValue()).toBe('Offer A');
    expect(await page.getByLabel('Yearly pay').inputValue()).toBe('82,000 €');
    await page.getByLabel('Where you would work').selectOption('From home');
    await button('Save these').click();
    await settled();
    expect(clicks().at(-1)).toEqual({
      type: 'click',
      action: 'form:offer',
      values: { company: 'Offer A', deadline: '', place: 'remote', pay: '82,000 €', promises: '' },
    });
    expect((await said()).at(-1)).toBe(
      'Company or code name: Offer A\nWhere you would work: From home\nYearly pay: 82,000 €',
    );
  });

  it('changes a line of the summary', async () => {
    await open();
    playground.answer(() => [summary, card]);
    await button('I have an offer').click();
    playground.answer(() => []);
    await button('Change: Answer by').click();
    await settled();
    expect(clicks().at(-1)).toEqual({ type: 'click', action: 'change:deadline' });
    expect((await said()).at(-1)).toBe('Change: Answer by');
    expect(await page.getByRole('heading', { level: 4 }).allTextContents()).toEqual(
      card.sections.map((section) => section.heading),
    );
  });

  it('copies the letter exactly, and says so', async () => {
    await open();
    playground.answer(() => [draft]);
    await button('I have an offer').click();
    await button('Copy the reply').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(draft.body);
    await button('Copy: Offer for the analyst role').click();
    await page.locator('.subjects').getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Offer for the analyst role');
  });

  it('copies the letter where the browser has no clipboard for scripts', async () => {
    await open();
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    playground.answer(() => [draft]);
    await button('I have an offer').click();
    await button('Copy the reply').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await page.getByLabel('Your answer', { exact: true }).and(page.locator('textarea')).focus();
    await page.keyboard.press('Control+V');
    expect(await page.locator('#answer').inputValue()).toBe(draft.body);
  });

  it('marks what the check noticed and tells why each sentence is there', async () => {
    await open();
    playground.answer(() => [draft]);
    await button('I have an offer').click();
    expect(await page.locator('mark').allTextContents()).toEqual([draft.findings[0]?.quote]);
    await page.getByText(draft.findings[0]?.advice ?? '').waitFor();
    expect(await page.getByText('A next step keeps it moving.').isVisible()).toBe(false);
    await page.getByText('Why this sentence?').click();
    await page.getByText('A next step keeps it moving.').waitFor();
  });

  it('edits the letter in place', async () => {
    await open();
    playground.answer(() => [draft]);
    await button('I have an offer').click();
    playground.answer(() => []);
    const editor = page.getByLabel('Edit the reply');
    await button('Edit').click();
    await editor.fill('Something else');
    await button('Cancel').click();
    await button('Edit').click();
    expect(await editor.inputValue()).toBe(draft.body);
    await editor.fill('Dear all,\n\nno.');
    await page.reload();
    expect(await editor.inputValue()).toBe('Dear all,\n\nno.');
    await button('Save').click();
    await settled();
    expect(clicks().at(-1)).toEqual({ type: 'click', action: 'edit:d1', value: 'Dear all,\n\nno.' });
    expect((await said()).at(-1)).toBe('I changed the reply');
    await button('Copy the reply').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Dear all,\n\nno.');
  });

  it('moves the clock, by days or to the next reminder, and shows what arrives at its own time', async () => {
    await open();
    playground.plan('2026-11-27T09:00', reminder);
    const clock = page.getByRole('complementary');
    await clock.getByText('No reminder is planned yet.').waitFor();
    await clock.getByRole('button', { name: '1 day on' }).click();
    await clock.getByText('Nothing fell due on the way.').waitFor();
    await clock
      .getByText('Saturday 21 November 2026')
      .or(clock.getByText('Saturday, 21 November 2026'))
      .waitFor();
    await clock.getByRole('button', { name: 'To the next reminder' }).click();
    const arrived = page.getByRole('article').filter({ hasText: reminder.text });
    await arrived.getByText('Reminder').waitFor();
    expect(await arrived.getByRole('time').textContent()).toBe('09:00');
    expect(await page.locator('h2.day').last().textContent()).toMatch(/^Friday,? 27 November 2026$/);
    await clock.getByText('What fell due on the way is in the conversation.').waitFor();
    await clock.getByLabel('Or pick a time').fill('2026-12-24T18:30');
    await clock.getByRole('button', { name: 'Go there' }).click();
    await clock.getByText('18:30').waitFor();
  });

  it('shows the conversation again after a reload, and in another tab', async () => {
    await open();
    playground.answer(() => [plain('Good. Tell me more.')]);
    await button('I have an offer').click();
    await page.getByText('Good. Tell me more.').waitFor();
    const before = await page.locator('#log').textContent();
    await page.reload();
    await page.getByText('Good. Tell me more.').waitFor();
    expect(await page.locator('#log').textContent()).toBe(before);

    const tab = await page.context().newPage();
    await tab.goto(playground.url);
    await tab.getByText('Good. Tell me more.').waitFor();
    playground.answer(() => []);
    await page.locator('#answer').fill('From the first tab');
    await page.locator('#answer').press('Enter');
    await tab.getByText('From the first tab').waitFor();
    expect(playground.inbounds.filter(({ input }) => input.type === 'hello')).toHaveLength(1);
  });

  it('offers to go on after a restart, since the answers are kept', async () => {
    await open();
    await playground.restart();
    await page.reload();
    expect(await page.locator('#log .message').count()).toBe(0);
    playground.answer(() => [plain('Welcome back.')]);
    await button('Go on').click();
    await page.getByText('Welcome back.').waitFor();
    expect(await button('Go on').isVisible()).toBe(false);
  });

  it('keeps what is typed while the server is away, through a reload, and sends it once', async () => {
    await open();
    await playground.stop();
    await page.getByText('The connection is lost.').waitFor();
    await page.locator('#answer').fill('Typed while it was away');
    await page.locator('#answer').press('Enter');
    await page.getByText('Not sent yet.').waitFor();
    await page.locator('#answer').fill('Half a thou');
    playground.answer(() => [plain('I got it.')]);
    await playground.restart();
    await page.getByText('I got it.').waitFor();
    await settled();
    expect(await page.getByText('Not sent yet.').count()).toBe(0);
    await page.reload();
    expect(await page.locator('#answer').inputValue()).toBe('Half a thou');
    expect(clicks()).toEqual([{ type: 'text', text: 'Typed while it was away' }]);
  });

  it('says when something cannot be saved, and hands it back', async () => {
    await open();
    playground.answer(() => {
      throw new Error('always');
    });
    await page.locator('#answer').fill('Try this');
    await page.locator('#answer').press('Enter');
    await page.getByText('Not sent yet.').waitFor();
    await page.getByText('Bowout could not save this.').waitFor();
    complaints = complaints.filter((complaint) => !complaint.includes('503'));
    await button('Put it back to edit').click();
    expect(await page.locator('#answer').inputValue()).toBe('Try this');
    expect(await said()).toEqual([]);
  });

  it('says what is wrong with a text that is too long, and hands it back', async () => {
    await open();
    const long = 'a'.repeat(20_001);
    await page.locator('#answer').fill(long);
    await page.locator('#answer').press('Enter');
    await page.getByText('Mend what is listed').waitFor();
    complaints = complaints.filter((complaint) => !complaint.includes('400'));
    await button('Put it back to edit').click();
    expect(await page.locator('#answer').inputValue()).toBe(long);
  });

  it('shows every text as text', async () => {
    await open({ viewport: phone });
    const nasty = [
      '<img src=x onerror="document.title=1">',
      '<script>document.title = 1</script>',
      '{{given}} {{{given}}} {{#page}}x{{/page}}',
      '</meta><b>bold</b>&amp;&quot;',
      'שלום, ההצעה שלכם (ABC) היא 5,000 ₪',
      '\u202Egnihtemos\u202C',
      'x'.repeat(10_000),
    ];
    for (const text of nasty) {
      playground.answer(() => [
        plain(text),
        { ...choiceQuestion, text, progress: text, choices: [{ label: text, action: 'x' }] },
        {
          ...summary,
          title: text,
          lines: [{ label: text, value: text, change: { label: text, action: 'x' } }],
        },
        { ...card, title: text, text, sections: [{ heading: text, items: [text] }] },
        {
          ...draft,
          title: text,
          subjects: [text],
          body: text,
          parts: [{ text, why: text }],
          findings: [{ quote: text, advice: text }],
        },
        { ...reminder, text },
      ]);
      await page.locator('#answer').fill(text);
      await page.locator('#answer').press('Enter');
      await page.locator('#log .reminder').nth(nasty.indexOf(text)).waitFor();
      expect((await said()).at(-1)).toBe(text);
      expect(await page.locator('#log .reminder .body p').last().textContent()).toBe(text);
      expect(await page.locator('#log .sheet').last().textContent()).toBe(text);
    }
    expect(await page.locator('#log :is(img, script, b)').count()).toBe(0);
    expect(await page.title()).toBe('Bowout · playground');
    const [wide, view] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(wide).toBe(view);
  });

  it('can be used with the keyboard alone', async () => {
    await open();
    playground.answer(() => [choiceQuestion]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('an offer');
    await page.keyboard.press('Enter');
    await page.getByText(choiceQuestion.text).waitFor();
    playground.answer(() => []);
    // From the answer field back through the question: Why?, Skip, Back, and its last choice.
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await settled();
    expect(clicks()).toEqual([
      { type: 'text', text: 'an offer' },
      { type: 'click', action: 'answer:channel:recruiter' },
    ]);
  });

  it('folds the clock on a small screen, and unfolds what arrived', async () => {
    await open({ viewport: phone });
    playground.answer(() => [summary, card, draft]);
    await button('I have an offer').click();
    await page.getByText('Why this sentence?').click();
    playground.plan('2026-11-20T18:00', reminder);
    const toggle = page.locator('#clock-toggle');
    const dayOn = button('1 day on');
    expect(await dayOn.isVisible()).toBe(false);
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.click();
    await dayOn.click();
    await page.getByText(reminder.text).waitFor();
    await dayOn.waitFor({ state: 'hidden' });
    const top = async () => (await page.getByText(reminder.text).boundingBox())?.y ?? 0;
    await expect.poll(top).toBeGreaterThan(0);
    await expect.poll(top).toBeLessThan(phone.height);
    const arrived = await page.evaluate('scrollY');
    await toggle.click();
    expect(await page.evaluate('scrollY')).toBe(arrived);
  });
});
