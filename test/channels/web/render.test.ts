import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFindings, paragraphs, render } from '../../../src/channels/web/render.js';
import { choiceQuestion, draft, reminder, summary } from './samples.js';

describe('render', () => {
  it('parts texts at blank lines and keeps line ends', () => {
    expect(paragraphs('Hello,\n\n  \nfirst line\nsecond line\n\n')).toEqual([
      ['Hello,'],
      ['first line', 'second line'],
    ]);
    expect(paragraphs('  \n\n')).toEqual([]);
  });

  it('tells how far a flow has come, in words and as a share', () => {
    const progressOf = (progress: string | null) => {
      const view = render({ ...choiceQuestion, progress });
      return view.kind === 'question' ? view.progress : undefined;
    };
    expect(progressOf('3 of about 6')).toEqual({ label: '3 of about 6', share: 0.5 });
    expect(progressOf('8 of about 7')?.share).toBe(1);
    expect(progressOf('nearly there')).toEqual({ label: 'nearly there', share: null });
    expect(progressOf(null)).toBeNull();
  });

  it('hands actions over as they are', () => {
    expect(render(reminder)).toMatchObject({ kind: 'reminder', choices: reminder.choices });
    expect(render(summary)).toMatchObject({ lines: summary.lines });
  });

  it('keeps the letter as it is for copying, and marks what a finding is about', () => {
    const view = render(draft);
    if (view.kind !== 'draft') throw new Error(`expected a draft, got ${view.kind}`);
    expect(view.body).toBe(draft.body);
    expect(view.pieces.map((piece) => piece.text).join('')).toBe(draft.body);
    expect(view.pieces.filter((piece) => piece.finding !== null)).toEqual([
      { text: 'Sorry to ask for it this late.', finding: 1 },
    ]);
  });
});

describe('markFindings', () => {
  it('marks the first place of each quote, in the order of the text', () => {
    expect(markFindings('one two one', ['two', 'one'])).toEqual([
      { text: 'one', finding: 2 },
      { text: ' ', finding: null },
      { text: 'two', finding: 1 },
      { text: ' one', finding: null },
    ]);
  });

  it('leaves out what is absent, empty or inside an earlier mark', () => {
    expect(markFindings('sorry to say', ['sorry to', 'to', '', 'never said'])).toEqual([
      { text: 'sorry to', finding: 1 },
      { text: ' say', finding: null },
    ]);
  });

  it('never changes the text', () => {
    const small = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(small, fc.array(small), (body, quotes) => {
        expect(
          markFindings(body, quotes)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(body);
      }),
    );
  });
});
