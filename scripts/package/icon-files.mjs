import { Buffer } from 'node:buffer';

// Both containers hold PNG files as they are; only a table goes before them.

/** Windows’ icon file from PNGs by their width. Sizes above 256 have no place in it. Layout: Microsoft, ICONDIR. */
export function packIco(pictures) {
  const held = [...pictures].filter(([size]) => size <= 256);
  const header = Buffer.alloc(6 + 16 * held.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(held.length, 4);
  let offset = header.length;
  held.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    // One byte each: 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...held.map(([, png]) => png)]);
}

// Which four letters stand for which width, the doubled ones for screens of twice the density.
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/** The icon file of macOS from PNGs by their width. */
export function packIcns(pictures) {
  const parts = icnsTypes.flatMap(([type, size]) => {
    const png = pictures.get(size);
    if (png === undefined) return [];
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(8);
  header.write('icns', 'latin1');
  header.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([header, body]);
}
