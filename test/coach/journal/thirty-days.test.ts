import { describe, expect, test } from 'vitest';
import { isTicked, openSteps, planned, stepsOf, tickStep } from '../../../src/coach/journal/thirty-days.js';
import { draft, opportunity } from './samples.js';

describe('the 30-day plan (K101)', () => {
  test('has the timing of a move only where a move was part of it', () => {
    expect(stepsOf(opportunity())).not.toContain('relocation');
    expect(stepsOf(opportunity({ facts: { place: 'Lisbon' } }))).toContain('relocation');
    expect(stepsOf(opportunity({ drafts: [draft('decline-offer', 'visa-relocation', null)] }))).toContain(
      'relocation',
    );
  });

  test('a ticked step is open no more', () => {
    const one = opportunity();
    tickStep(one, 'cv');
    expect([isTicked(one, 'cv'), isTicked(one, 'copy')]).toEqual([true, false]);
    expect(openSteps(one)).toEqual(['copy', 'tracker', 'linkedin', 'roadmap']);
  });

  test('is that of the latest one under way, else of the latest no', () => {
    const underWay = opportunity({ id: 'o1', facts: { 'plan.from': '2026-11-20T10:00' } });
    const no = opportunity({ id: 'o2', outcome: 'withdrew' });
    const open = opportunity({ id: 'o3' });
    expect(planned([underWay, no, open])?.id).toBe('o1');
    for (const step of stepsOf(underWay)) tickStep(underWay, step);
    expect(planned([underWay, no, open])?.id).toBe('o2');
    expect(planned([open])).toBeNull();
  });
});
