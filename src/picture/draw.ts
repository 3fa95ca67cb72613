import type { Picture } from '../coach/picture.js';
import { heightOf, optionsOf } from './options.js';

/** Draws a picture as an SVG of so many CSS pixels, with its title and its facts for those who listen. On light paper; see `inBothThemes`. */
export async function draw(picture: Picture, width: number): Promise<string> {
  const { init } = await import('./charts.js');
  const size = { width, height: heightOf(picture, width) };
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(optionsOf(picture, size));
    return told(plain(chart.renderToSVGString()), picture);
  } finally {
    chart.dispose();
  }
}

/** Without what only a living chart would use. */
function plain(svg: string): string {
  return svg
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/<style >[\s\S]*?<\/style>\n?/g, '');
}

function told(svg: string, { title, facts }: Picture): string {
  const words = `<title>${escaped(title)}</title><desc>${escaped(facts.join('\n'))}</desc>`;
  return svg.replace(/<svg\b([^>]*)>/, (_, attributes: string) => `<svg role="img"${attributes}>${words}`);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
