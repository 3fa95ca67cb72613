/** Whatever is drawn says the same in words: `facts` has every fact of the picture, one a line. */
interface Pictured {
  readonly title: string;
  readonly facts: readonly string[];
}

/** Bars that are sure up to a point and possible up to another, in percent of the best there could be. */
export interface RangesPicture extends Pictured {
  readonly kind: 'ranges';
  /** What the two parts of a bar are called. */
  readonly names: { readonly sure: string; readonly possible: string };
  readonly rows: readonly Range[];
}

export interface Range {
  readonly label: string;
  /** 0 to 100, `from` at most `to`. */
  readonly from: number;
  readonly to: number;
}

/** Columns of counts, piled up by series: `counts` are as long as `columns`. */
export interface ColumnsPicture extends Pictured {
  readonly kind: 'columns';
  readonly columns: readonly string[];
  readonly series: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** Points in time, oldest first, and where now is among them; `short` is the day in few letters. */
export interface TimelinePicture extends Pictured {
  readonly kind: 'timeline';
  readonly now: Mark;
  readonly marks: readonly (Mark & { readonly short: string; readonly isPast: boolean })[];
}

interface Mark {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, the person's wall clock. */
  readonly at: string;
  readonly label: string;
}

/** What can be drawn. A channel draws it as it can, and shows the facts in any case. */
export type Picture = RangesPicture | ColumnsPicture | TimelinePicture;
