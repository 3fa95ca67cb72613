import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/coach/understand/command.js';

describe('a correction', () => {
  it.each([
    ['change the deadline to Friday', 'deadline', 'Friday'],
    ['can you change the date to Monday?', 'date', 'Monday'],
    ['the start date I gave was wrong, it is 1 March', 'start date', '1 March'],
    ['the company is called Globex, not Initech', null, 'Globex'],
    ['the salary is actually 95k', 'salary', '95k'],
    ['actually the pay is 95k', 'pay', '95k'],
    ['wrong date, it should be 3 December', 'date', '3 December'],
    ["the deadline isn't Monday, it's Tuesday", 'deadline', 'Tuesday'],
    ['sorry, the deadline is the 28th', 'deadline', 'the 28th'],
    ['I meant Friday', null, 'Friday'],
    ['Actually it’s 95k', null, '95k'],
    ['no wait it’s the 12th.', null, 'the 12th'],
    ['make that Tuesday', null, 'Tuesday'],
    ['scratch that, 95k', null, '95k'],
    ['it is actually 95k', null, '95k'],
    ['I said Friday but it’s Monday', null, 'Monday'],
    ['not Monday, Tuesday', null, 'Tuesday'],
    ['change the company', 'company', ''],
  ])('"%s" says the field and the new value', (text, field, rest) => {
    expect(readCommand(text)).toEqual({ command: 'correct', field, rest });
  });

  it.each([
    'should I change the date to Monday?',
    'actually the team is quite nice',
    'the salary is actually very low',
    'I mean',
    'I meant .',
  ])('"%s" corrects nothing', (text) => {
    expect(readCommand(text).command).not.toBe('correct');
  });
});

describe('a command in several words', () => {
  it.each([
    ['oops didn’t mean that, undo', 'undo'],
    ['hold on, my boss is here, I’ll finish this later', 'pause'],
    ['forget it, I don’t want to do this anymore', 'cancel'],
    ['Can we pause this? I will come back tonight.', 'pause'],
    ['please please go back now please', 'back'],
  ])('"%s" is %s', (text, command) => {
    expect(readCommand(text).command).toBe(command);
  });

  it('is not looked for in a paragraph', () => {
    expect(readCommand(`undo ${'and so on '.repeat(40)}`).command).toBe('none');
    expect(readCommand(`undo that. ${'I like the team there. '.repeat(6)}`).command).toBe('none');
  });
});

describe('a slip of the keyboard in a command', () => {
  it.each([
    ['cancle this pls', 'cancel'],
    ['cancell this', 'cancel'],
    ['skipp', 'skip'],
    ['udno', 'undo'],
    ['repaet', 'repeat'],
    ['mneu', 'menu'],
  ])('"%s" is %s', (text, command) => {
    expect(readCommand(text).command).toBe(command);
  });

  it.each(['bank', 'cancer', 'many', 'step', 'I never cancle a meeting without giving a reason'])(
    '"%s" is no command',
    (text) => {
      expect(readCommand(text).command).toBe('none');
    },
  );
});
