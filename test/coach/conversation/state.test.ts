import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../../src/coach/conversation/action.js';
import { newState, readState } from '../../../src/coach/conversation/state.js';

describe('a stored state', () => {
  test('is read as it was written', () => {
    const state = newState('Europe/Berlin');
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test('that cannot be read is an error with the place, never a new person', () => {
    expect(() => readState({ ...newState('UTC'), version: 99 })).toThrow("can't be read (at version)");
    expect(() => readState({ ...newState('UTC'), frames: [{ id: 'f1' }] })).toThrow('frames.0.');
  });
});

describe('a button', () => {
  test('says what it does in few characters', () => {
    const action = { do: 'answer', frame: 'f12', step: 'alternatives', value: '2026-11-27T10:00' } as const;
    expect(encodeAction(action).length).toBeLessThanOrEqual(120);
    expect(decodeAction(encodeAction(action))).toEqual(action);
  });

  test.each([
    '',
    'rubbish',
    '{}',
    '[]',
    'null',
    '{"do":"rule-the-world"}',
    '{"do":"control","control":"explode"}',
  ])('the coach never sent %j', (text) => expect(decodeAction(text)).toBeNull());
});
