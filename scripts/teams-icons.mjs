// Draws the two icons of the Teams app package from simple shapes: a speech bubble with a door that stays open.
// Run it after changing a shape: node scripts/teams-icons.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const folder = new URL('../deploy/teams/', import.meta.url);
const BLUE = [0x1f, 0x3a, 0x5f];
const AMBER = [0xf2, 0xb2, 0x3e];
const WHITE = [255, 255, 255];
const SAMPLES = 4;

// Shapes are tests on a square of 1 by 1, the origin at the top left.
const box = (x, y, left, top, right, bottom) => x >= left && x <= right && y >= top && y <= bottom;
const rounded = (x, y, left, top, right, bottom, radius) => {
  if (!box(x, y, left, top, right, bottom)) return false;
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return dx * dx + dy * dy <= radius * radius;
};
const bubble = (x, y, grow = 0) =>
  rounded(x, y, 0.16 - grow, 0.18 - grow, 0.84 + grow, 0.7 + grow, 0.14 + grow) ||
  (y >= 0.6 && y <= 0.86 + grow * 2 && x >= 0.28 - grow && x <= 0.5 + grow - (y - 0.6) * 0.75);
const doorway = (x, y) => box(x, y, 0.45, 0.28, 0.62, 0.6);
/** The leaf stands open to the left: its free edge is nearer, so it is taller. */
const leaf = (x, y) => {
  const nearer = (0.45 - x) * 0.5;
  return x >= 0.33 && x <= 0.45 && y >= 0.28 - nearer / 2 && y <= 0.6 + nearer;
};
const knob = (x, y) => (x - 0.36) ** 2 + (y - 0.46) ** 2 <= 0.014 ** 2;

/** Full colour, on the app's own ground. */
const color = (x, y) => {
  if (leaf(x, y)) return [...(knob(x, y) ? BLUE : AMBER), 255];
  return [...(bubble(x, y) && !doorway(x, y) ? WHITE : BLUE), 255];
};

/** White lines on nothing, as Teams tints it. */
const outline = (x, y) => {
  const line = bubble(x, y, 0.06) && !bubble(x, y, -0.02);
  const door = box(x, y, 0.36, 0.28, 0.64, 0.6) && !box(x, y, 0.43, 0.35, 0.57, 0.6);
  return line || door ? [...WHITE, 255] : [...WHITE, 0];
};

/** Averages a few points a pixel, so that edges are smooth; colours count by how opaque they are. */
function paint(size, shape) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let py = 0; py < size; py += 1)
    for (let px = 0; px < size; px += 1) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
        const x = (px + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
        const [r, g, b, a] = shape(x, y);
        sum[0] += r * a;
        sum[1] += g * a;
        sum[2] += b * a;
        sum[3] += a;
      }
      const at = (py * size + px) * 4;
      for (let c = 0; c < 3; c += 1) pixels[at + c] = sum[3] === 0 ? 255 : Math.round(sum[c] / sum[3]);
      pixels[at + 3] = Math.round(sum[3] / (SAMPLES * SAMPLES));
    }
  return pixels;
}

function png(size, pixels) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, no interlace
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, size, shape] of [
  ['color.png', 192, color],
  ['outline.png', 32, outline],
])
  writeFileSync(new URL(name, folder), png(size, paint(size, shape)));
