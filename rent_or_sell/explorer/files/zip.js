// @ts-check
// Packs files into a zip archive, as they are: what a workbook needs, and no more.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  }
  return remainder;
});

/** @param {Uint8Array} bytes @returns {number} */
const crc32 = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

/** Numbers of two or four bytes, little end first. @param {[number, 2 | 4][]} fields */
const packed = (fields) => {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

const VERSION = 20;
const UTF_8 = 0x0800; // names are written so
const DAY = 0x21; // 1 January 1980: an archive of ours has no date

/**
 * @param {[string, string][]} files name and text of each
 * @returns {Blob}
 */
export const zip = (files) => {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const bodies = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  for (const [path, text] of files) {
    const [name, body] = [encoder.encode(path), encoder.encode(text)];
    /** @type {[number, 2 | 4][]} version, flags, method, time, day, sum, sizes, lengths of the names */
    const shared = [
      [VERSION, 2], [UTF_8, 2], [0, 2], [0, 2], [DAY, 2], [crc32(body), 4],
      [body.length, 4], [body.length, 4], [name.length, 2], [0, 2],
    ];
    const header = packed([[0x04034b50, 4], ...shared]);
    /** @type {[number, 2 | 4][]} comment, disk, attributes inside and outside, where it starts */
    const place = [[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]];
    directory.push(packed([[0x02014b50, 4], [VERSION, 2], ...shared, ...place]), name);
    bodies.push(header, name, body);
    offset += header.length + name.length + body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = packed([
    [0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2],
  ]);
  return new Blob([...bodies, ...directory, end]);
};
