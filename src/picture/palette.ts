/** A colour on light paper, which is how everything is drawn, and the one that stands for it in the dark. */
type Colour = readonly [light: string, dark: string];

/** Drawn colours. None is used for two things, so that each can be replaced by its name; a test checks their contrast. */
export const colours = {
  ink: ['#1d2a29', '#e9ebe4'],
  soft: ['#55625f', '#a9b4af'],
  line: ['#d9d1bf', '#33403c'],
  surface: ['#fffdf8', '#1c2422'],
  sure: ['#1c5b51', '#8fd3c2'],
  possible: ['#b9d3c8', '#355f56'],
  now: ['#9a5b00', '#d9a441'],
  series1: ['#1a6b5f', '#7fc9b8'],
  series2: ['#b5651d', '#e5a366'],
  series3: ['#4a6fb5', '#93b3ec'],
  series4: ['#a33b6c', '#e695bd'],
  series5: ['#7d6b00', '#d4c25a'],
  series6: ['#6b7471', '#a3adaa'],
} as const satisfies Record<string, Colour>;

type ColourName = keyof typeof colours;

/** As drawn. */
export const light = (name: ColourName): string => colours[name][0];

export const series: readonly ColourName[] = [
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
  'series6',
];

/** Makes a drawing follow its reader's theme, where style sheets reach: each colour is set once, and once more for the dark. */
export function inBothThemes(svg: string): string {
  const names = Object.keys(colours) as ColourName[];
  const sheet = (theme: 0 | 1): string => names.map((name) => `--${name}:${colours[name][theme]}`).join(';');
  const named = names.reduce((text, name) => text.replaceAll(`"${light(name)}"`, `"var(--${name})"`), svg);
  const style = `<style>:root{${sheet(0)}}@media (prefers-color-scheme:dark){:root{${sheet(1)}}}</style>`;
  return named.replace(/<svg\b[^>]*>/, (opening) => `${opening}\n${style}`);
}
