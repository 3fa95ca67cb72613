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
      // Of two with one name Teams would make one column.
      return new Set(picture.rows.map(({ label }) => label)).size === picture.rows.length
        ? [ranges(picture)]
        : [];
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
  return stacked(
    title,
    series.map(({ label, counts }) => ({
      legend: label,
      values: columns.map((x, at) => ({ x, y: counts[at] ?? 0 })),
    })),
  );
}

/** As columns too: Teams draws stacked rows all of one length, whatever they add up to. */
function ranges({ title, names, rows }: RangesPicture): Element {
  return stacked(title, [
    { legend: names.sure, values: rows.map(({ label, from }) => ({ x: label, y: from })) },
    { legend: names.possible, values: rows.map(({ label, from, to }) => ({ x: label, y: to - from })) },
  ]);
}

interface Series {
  readonly legend: string;
  readonly values: readonly { readonly x: string; readonly y: number }[];
}

function stacked(title: string, series: readonly Series[]): Element {
  return {
    type: 'Chart.VerticalBar.Grouped',
    title,
    stacked: true,
    data: series.map((one, index) => ({ ...one, color: COLOURS[index % COLOURS.length] })),
    fallback: 'drop',
  };
}
