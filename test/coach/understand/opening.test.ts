import { describe, expect, it } from 'vitest';
import { readOpening } from '../../../src/coach/understand/opening.js';

describe('what an opening says about the employer', () => {
  it.each([
    [
      'I’ve been offered a job at Globex as a senior accountant, have to decide by Monday',
      'Globex',
      'senior accountant',
      'Monday',
    ],
    ['Acme offered me 85k for the PM role and I need to reply by 5pm Friday', 'Acme', 'PM', '5pm Friday'],
    [
      'recruiter from brightpath wants to interview me for a data engineer job',
      'brightpath',
      'data engineer',
      null,
    ],
    ['I turned down the Globex offer and they keep asking why', 'Globex', null, null],
    [
      'I accepted an offer from Acme yesterday and today Globex invited me to interview',
      'Globex',
      null,
      null,
    ],
    ['quit my job to join Peak Robotics and my manager matched the salary', null, null, null],
    ['I gave notice at Greyfriars Legal and they countered with more money', 'Greyfriars Legal', null, null],
    ['got a job offer for Head of Procurement, no idea what to do', null, 'Head of Procurement', null],
    ['invited for an interview for the position of risk analyst', null, 'risk analyst', null],
    [
      'I received an invitation to a job interview as Teamleiter from Nordwind',
      'Nordwind',
      'Teamleiter',
      null,
    ],
    ['they offered me a job', null, null, null],
    ['got an offer for the new role, same job title', null, null, null],
    ['zenvia foods sent me an offer letter', 'zenvia foods', null, null],
    ['The hiring manager at Acme offered me the job as soon as we met', 'Acme', null, null],
    ['an offer for a 3 month contract from a company called Initech', 'Initech', null, null],
    ['offer from linkedin recruiter at 5pm', null, null, null],
    ['job offer from Hiring Manager Bob', null, null, null],
    ['an offer for a job for Acme', 'Acme', null, null],
    ['a job offer from $90k up', null, null, null],
    ['they offered me the night shift job', null, 'night shift', null],
    ['they made me an offer as a beekeeper', null, 'beekeeper', null],
    ['they made me an offer as good as any', null, null, null],
    ['an offer for the Globex job', 'Globex', null, null],
    ['an offer for the role of Barista and I like it', null, 'Barista', null],
    ['an offer for a role as Golden Retriever', null, 'Golden Retriever', null],
    ['interview invite for the role of Head of Sales at Acme', 'Acme', 'Head of Sales', null],
    ['got an offer for a job in marketing', null, null, null],
    ['They offered me a job as a werewolf hunter', null, 'werewolf hunter', null],
    ['got an offer for the manager role at Acme', 'Acme', null, null],
  ])('"%s"', (text, company, role, deadline) => {
    expect(readOpening(text)).toMatchObject({ company, role, deadline });
  });

  it('keeps nothing of a message that starts no flow', () => {
    expect(readOpening('We made an offer to Katya at Acme, she answers by Friday')).toEqual({
      stage: 'none',
      company: null,
      role: null,
      deadline: null,
    });
  });
});

describe('the facts that outrank a wish for wording', () => {
  it.each([
    ['I need an email to Stellan AB saying I cannot take the job after all, I signed on Monday', 'accepted'],
    ['They rescinded my offer, please write me an answer', 'offer-withdrawn'],
    [
      'just write me something: I said no last year and want to get back in touch with the company',
      'reconnect',
    ],
  ])('"%s" is %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});

describe('a stage that takes two facts', () => {
  it.each([
    [
      'I turned it down and now I think I want to get in touch with them and ask whether they would take me',
      'reconnect',
    ],
    ['I turned down others, signed with them, and now I have cold feet', 'accepted'],
    ['I had two interviews, invited to a third interview next week', 'invited'],
    ["the recruitment process I'm in has a second interview next Monday", 'invited'],
    ['decided: I am turning down the job, only the letter is missing', 'draft-only'],
    ['They want to meet me about the store manager job', 'invited'],
    ['I accepted a job elsewhere and now they want to meet me', 'invited-after-accepting'],
    ['They want to meet me', 'none'],
    ['I decided to say no to them, I just need the wording', 'draft-only'],
    ['it is a no, just give me a letter', 'none'],
  ])('"%s" is %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});
