import type { ColumnsPicture, RangesPicture, TimelinePicture } from '../../src/coach/picture.js';

const NASTY = 'Acme & <script>"Sons"</script> {{x}}';

export const ranges: RangesPicture = {
  kind: 'ranges',
  title: `Side by side: ${NASTY}`,
  facts: [`${NASTY}: 62 of 100`, 'Globex: 40 to 78 of 100'],
  names: { sure: 'sure', possible: 'still open' },
  rows: [
    { label: NASTY, from: 62, to: 62 },
    { label: 'Globex with a very long name, incorporated in Berlin and in Hamburg', from: 40, to: 78 },
  ],
};

export const columns: ColumnsPicture = {
  kind: 'columns',
  title: 'Reasons over time',
  facts: ['Pay: 3 (September 2026: 1, November 2026: 2)', 'Location: 1 (October 2026: 1)'],
  columns: ['Sep 26', 'Oct 26', 'Nov 26'],
  series: ['Pay', 'Location', 'Career', 'Culture', 'Timing', 'all others'].map((label, index) => ({
    label,
    counts: [index % 2, 1, 2],
  })),
};

export const timeline: TimelinePicture = {
  kind: 'timeline',
  title: 'A: what was, and what comes',
  facts: ['Wednesday, November 18, 2026: decided', 'Friday, November 27, 2026: their date'],
  now: { at: '2026-11-20T16:00', label: 'now' },
  marks: [
    { at: '2026-11-18T09:00', label: 'decided', short: 'Nov 18', isPast: true },
    { at: '2026-11-27', label: 'their date', short: 'Nov 27', isPast: false },
    { at: '2027-05-27T10:00', label: 'getting back in touch', short: 'May 27', isPast: false },
  ],
};
