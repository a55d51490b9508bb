import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and alpha of each pixel, a byte each, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([size, content, check]);
}

/** The most frequent colours, as `0xRRGGBB`. */
function palette(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return byCount.slice(0, 256).map(([colour]) => colour);
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce(
    (sum, shift) => sum + (((a >> shift) & 0xff) - ((b >> shift) & 0xff)) ** 2,
    0,
  );
}

/**
 * A PNG of at most 256 colours: a third of the size of one with all, and for flat surfaces and text
 * no eye can tell.
 */
export function toIndexedPng({ width, height, data }: Pixels): Buffer {
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    data.readUIntBE(pixel * 4, 3),
  );
  const chosen = palette(colours);
  const indices = new Map(chosen.map((colour, index) => [colour, index]));
  const nearest = (colour: number): number => {
    const distances = chosen.map((each) => distance(each, colour));
    const index = distances.indexOf(Math.min(...distances));
    indices.set(colour, index);
    return index;
  };
  // Each row begins with the number of its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, pixel) => {
    const row = Math.floor(pixel / width);
    rows[pixel + row + 1] = indices.get(colour) ?? nearest(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, colours from a palette.
  header.set([8, 3], 8);
  const colourTable = Buffer.alloc(chosen.length * 3);
  chosen.forEach((colour, index) => colourTable.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colourTable),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
