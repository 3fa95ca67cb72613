import { describe, expect, it } from 'vitest';
import { readOpening } from '../../../src/coach/understand/opening.js';

const startsNothing = (texts: readonly string[]): void => {
  it.each(texts)('"%s" starts nothing', (text) => {
    expect(readOpening(text).stage).toBe('none');
  });
};

describe('nothing that points to the one who writes', () => {
  startsNothing([
    'Sofia had her final interview on Monday, so proud of her',
    'finance signed off 110k for the new hire',
    'comp approved 95k for the senior req',
    'does our product have an offer engine for coupons',
    'Microsoft withdrew its offer for the games studio',
    'the supplier came back after we declined',
    'the customer keeps asking why we said no',
    'What is the interview process for designers here?',
    "waiting for Kim's decision on the offer",
    'we lost two engineers to Google, both got better offers',
  ]);

  it.each([
    ['got an offer from Ravelin, dunno', 'offer'],
    ['said yes on the phone yesterday and regret it already', 'accepted'],
    ['Two offers on the table, one in Ghent and one in Lyon, and a headache', 'offer'],
    ['offer letter arrived today, base is lower than they said in the interview', 'offer'],
    ["the interview went fine but turns out they don't sponsor visas. pull out?", 'interviewed'],
    ["they rescinded. shipping container's halfway across the atlantic", 'offer-withdrawn'],
    ['my wife says take the offer, my gut says dont', 'offer'],
  ])('"%s" is the writer\'s own: %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});

describe('news that is passed on', () => {
  startsNothing([
    'I heard Julia accepted the offer at SAP, lucky her',
    'I read that Intel rescinded offers',
    'my boss said he got an offer from Meta',
    'brother has an interview tomorrow, I lent him my tie',
    "daughter has her university interview on tuesday, I'm shaking",
  ]);
});

describe('those who hire', () => {
  startsNothing([
    'I made Jonas an offer yesterday, no answer yet',
    'I extended an offer to Mia and she wants more time',
    'shall we extend an offer to Olu or wait for the other finalist?',
    'they want me to interview the new designer',
    'I signed off the offer for the new analyst',
    "I'm doing second round interviews this week for the intern role",
    'write me a short reply to the recruiter about our open role',
  ]);

  it('leaves "they want me to interview" to the one who is invited', () => {
    expect(readOpening('Ilmarinen want me to interview on Friday, should I go?').stage).toBe('invited');
  });
});

describe('things, forms and the public', () => {
  startsNothing([
    "I told the client we can't accept their offer",
    'HR wants to talk to me about my holiday balance',
    'I got invited to a panel at the fair',
    'I said yes to hosting thanksgiving and regret it',
    'Ryanair cancelled my flight, they offered me 50 euros',
    'I have to sign the offer for the new tester today',
    'i cancelled my netflix and they offered me half price lol',
    'the phone company offered me double data if i stay',
    'I said no to the extra budget and finance keeps asking why',
    'I passed on the dessert and regret it already',
    'I quit the running club and they want me to stay',
    'my team lost the final round of the pub quiz',
    'can you update the offer letter template for me please',
    'I lost the offer document, who has the pdf',
    'podcast invited me for an interview about remote work',
    'the lawyer sent me the contract for the supplier, I will sign tomorrow',
    'my offer to help with the move still stands',
    'can someone send me the offer we sent to Nordbank',
    'need a polite email to chase the late invoice',
    'write me a friendly note to thank the caterer',
  ]);
});

describe('more ways to say it', () => {
  it.each([
    ['I have terminated my contract and now my chief offers me more money so that I stay', 'counteroffer'],
    ['Ilmenau Optik has sent me the contract, I did not sign yet and I am unsure', 'offer'],
    ['said yes to Vireo Labs on the phone and i wish i hadnt', 'accepted'],
    ['I did accept the offer of Quenby, but now I would like to step back from it', 'accepted'],
    ['headhunter set me up with an interview at Pellworth, cold feet already', 'invited'],
    ['Turned down Juno Care on Monday; they now say I am making a big mistake', 'pushback'],
    ['After I have declined the offer, Steinfeld offers me now another position', 'pushback'],
    ["Decided against it. What do I put in the message to Bellamy's?", 'draft-only'],
  ])('"%s" is %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });
});

describe("an employer's own letter, handed over", () => {
  it.each([
    ["Hi Sam, we'd like to invite you to an interview for the Analyst role at Acme. Best, Kim", 'invited'],
    [
      'Dear Ms Roy, we are pleased to offer you the position of nurse at St Mary. Please reply by Friday.',
      'offer',
    ],
  ])('"%s" is %s', (text, stage) => {
    expect(readOpening(text).stage).toBe(stage);
  });

  startsNothing([
    'Happy to offer you a coffee and a desk by the window',
    'We invite you to the quarterly town hall',
  ]);
});
