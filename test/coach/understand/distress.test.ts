import { describe, expect, it } from 'vitest';
import { readDistress } from '../../../src/coach/understand/distress.js';

describe('words of someone in danger', () => {
  it.each([
    'I want to kill myself',
    'i want to die',
    "I'm thinking about suicide",
    'i dont want to live anymore',
    "I can't go on like this",
    'I can’t take it anymore',
    'my boss hit me',
    "I'm having a panic attack",
    'I was assaulted at work',
    "i'm going to hurt myself",
    "there's no point in living",
    "they'd be better off without me",
    'I want to end it all',
    'I feel suicidal',
    'my manager groped me',
    'I might hurt someone at work',
    'I wish I was dead',
    'He threatens to kill me',
    'nothing to live for',
    'thinking of ending my life',
  ])('are heard in "%s"', (text) => {
    expect(readDistress(text)).toBe(true);
  });

  it.each([
    'this job is killing me',
    "I'd kill for that role",
    'the suspense is killing me',
    "I'm dying to know",
    'career suicide',
    'my boss will kill me',
    'shoot me an email',
    'I could murder a coffee',
    'dying of boredom',
    'kill two birds with one stone',
    "I don't want to hurt their feelings",
    'will it hurt my chances',
    'they beat me to it',
    'I want to end this conversation',
    "I don't want to live in Berlin",
    "I can't take the job",
    'it hit me that I prefer the old job',
    'I panic a bit before interviews',
    'they attacked my proposal',
    'hit me up',
    'I want it to be over',
    "I can't take it anymore, the recruiter keeps calling",
    'I want to quit',
  ])('are not heard in "%s"', (text) => {
    expect(readDistress(text)).toBe(false);
  });
});
