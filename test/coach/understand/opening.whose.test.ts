import { describe, expect, it } from 'vitest';
import { readOpening } from '../../../src/coach/understand/opening.js';

const startsNothing = (texts: readonly string[]): void => {
  it.each(texts)('"%s" starts nothing', (text) => {
    expect(readOpening(text).stage).toBe('none');
  });
};

describe("other people's news", () => {
  startsNothing([
    'my best mate got ghosted after four interviews, it is a jungle',
    'my cousin got an offer from Google lol',
    "my boyfriend's employer countered his resignation",
    'my friend asks if she should accept the offer from Tesla',
    'Our neighbour declined a job in Oslo. She regrets it now.',
    'he turned down the offer',
    'one of my classmates signed with Deloitte',
  ]);

  it.each([
    ['my sister says I should take the offer from Acme', 'offer'],
    ['my wife hates it, but I got an offer from Acme', 'offer'],
    ['I turned it down and my old boss is angry, they keep asking why', 'pushback'],
  ])('"%s" is about the person: %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});

describe('what is not real', () => {
  startsNothing([
    'If I ever get an offer from Apple I would faint',
    'imagine you had two offers',
    'If you had two job offers, would you take the money or the team?',
    'I dream of getting an offer from NASA one day',
    'what would you do if a company rescinded your offer?',
    'do companies rescind offers often?',
    'I read an article about counteroffers',
    'in general, how long should one wait before answering an offer?',
    'ten years ago I got an offer from Nokia and said no, imagine',
  ]);

  it('keeps what is real beside it', () => {
    expect(readOpening('What would you do? I got an offer from Acme.')).toMatchObject({
      stage: 'offer',
      company: 'Acme',
    });
    expect(
      readOpening('Six years ago I declined an offer from Acme, I would like to work there now').stage,
    ).toBe('reconnect');
  });
});

describe('those who hire', () => {
  startsNothing([
    'hiring manager here: should I make her an offer today or wait?',
    'I want to reject two candidates, how do I word it',
    'the new hire withdrew before the first day',
    'should we offer him the job',
    'my best engineer handed in his notice',
  ]);
});

describe('things that are offered', () => {
  startsNothing([
    'they offered me a window seat',
    'the offer for the new coffee machine arrived, 2,400 plus VAT',
    'the hotel offered me a free upgrade',
    'I got a new laptop offer from Dell',
    'the bank offered me a loan at 4%',
    "Merkel's last interview was quite something",
  ]);

  it.each([
    ['they offered me a place as a teller at the bank', 'offer'],
    ['my boss offered me a car and a raise if I stay, I had resigned', 'counteroffer'],
  ])('"%s" is a job: %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});
