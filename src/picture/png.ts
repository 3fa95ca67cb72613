import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { light } from './palette.js';

const FONT = 'Noto Sans';
/** Device pixels for each CSS pixel, for sharp screens. */
const SHARPNESS = 2;

/** Turns a drawing into a PNG on its own light ground, so that it can be read in any theme. Its letters are Latin ones: of others only the facts beside a picture tell. */
export async function toPng(svg: string): Promise<Buffer> {
  const { Resvg, fontBuffers } = await renderer();
  const drawing = new Resvg(svg, {
    background: light('surface'),
    fitTo: { mode: 'zoom', value: SHARPNESS },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: FONT, sansSerifFamily: FONT },
  });
  const image = drawing.render();
  const png = Buffer.from(image.asPng());
  image.free();
  drawing.free();
  return png;
}

let loading: ReturnType<typeof load> | undefined;

/** Once for a process, and only when there is something to draw. */
function renderer(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

async function load() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const { resolve } = createRequire(import.meta.url);
  await initWasm(readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fonts = ['latin', 'latin-ext'].map((part) =>
    readFile(resolve(`@fontsource/noto-sans/files/noto-sans-${part}-400-normal.woff2`)),
  );
  return { Resvg, fontBuffers: await Promise.all(fonts) };
}
