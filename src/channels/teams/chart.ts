import type { ColumnsPicture, Picture, RangesPicture } from '../../coach/picture.js';
import type { Element } from './card.js';

/**
 * A picture as Teams draws it natively, or nothing where it has no such chart. Whatever cannot draw it leaves it out:
 * the card says the same in words, since some phones show no charts and no fallback either (Teams notes, 10).
 */
export function chart(picture: Picture | null | undefined): Element[] {
  switch (picture?.kind) {
    case 'columns':
      // A single column compares nothing.
      return picture.columns.length > 1 || picture.series.length > 1 ? [columns(picture)] : [];
    case 'ranges':
      return [ranges(picture)];
    default:
      return [];
  }
}

/** Told apart by brightness too, not by colour alone; each series has its name in the legend. */
const COLOURS = [
  'categoricalBlue',
  'categoricalMarigold',
  'categoricalPurple',
  'categoricalTeal',
  'categoricalRed',
  'categoricalLime',
];

function columns({ title, columns, series }: ColumnsPicture): Element {
  return {
    type: 'Chart.VerticalBar.Grouped',
    title,
    stacked: true,
    data: series.map(({ label, counts }, index) => ({
      legend: label,
      color: COLOURS[index % COLOURS.length],
      values: columns.map((x, at) => ({ x, y: counts[at] ?? 0 })),
    })),
    fallback: 'drop',
  };
}

function ranges({ title, names, rows }: RangesPicture): Element {
  return {
    type: 'Chart.HorizontalBar.Stacked',
    title,
    data: rows.map(({ label, from, to }) => ({
      title: label,
      data: [
        { legend: names.sure, value: from, color: 'categoricalBlue' },
        ...(to > from ? [{ legend: names.possible, value: to - from, color: 'categoricalMarigold' }] : []),
      ],
    })),
    fallback: 'drop',
  };
}
