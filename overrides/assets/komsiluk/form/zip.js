// Files to a zip, stored as they are, and back.
komsiluk.zip = (() => {
  const encoder = new TextEncoder();
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const crc = (/** @type {Bytes} */ bytes) => {
    let value = -1;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ -1) >>> 0;
  };
  /** @type {(...pairs: [value: number, size: number][]) => number[]} */
  const numbers = (...pairs) => pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => value / 2 ** (8 * n) & 255));
  // 1 January 1980, where the time of zip files begins: the same answers give the same bytes.
  const EPOCH = 33;
  // Source of the numbers: PKWARE's APPNOTE.TXT, 4.3; bit 11 says that names are UTF-8.
  /** @type {Zip["pack"]} */
  const pack = (files) => {
    /** @type {Bytes[]} */
    const parts = [];
    /** @type {Bytes[]} */
    const ends = [];
    let at = 0;
    for (const [path, content] of files) {
      const bytes = typeof content === "string" ? encoder.encode(content) : content, name = encoder.encode(path);
      /** @type {[number, number][]} */
      const about = [[20, 2], [1 << 11, 2], [0, 2], [0, 2], [EPOCH, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      parts.push(Uint8Array.from(numbers([0x04034b50, 4], ...about)), name, bytes);
      ends.push(Uint8Array.from(numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4])), name);
      at += 30 + name.length + bytes.length;
    }
    const size = ends.reduce((sum, part) => sum + part.length, 0);
    return new Blob([...parts, ...ends, Uint8Array.from(numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]))],
      { type: "application/zip" });
  };
  /** @type {Zip["through"]} */
  const through = async (bytes, way) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(way)).arrayBuffer());
  // The files of a zip by path, without the folder that all of them may be in.
  /** @type {Zip["unpack"]} */
  const unpack = async (buffer) => {
    const view = new DataView(buffer), bytes = new Uint8Array(buffer);
    /** @type {Map<string, Bytes>} */
    const found = new Map();
    let end = buffer.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    let at = view.getUint32(end + 16, true);
    for (let n = view.getUint16(end + 10, true); n; n -= 1) {
      const [size, length, more, note] = [view.getUint32(at + 20, true), ...[28, 30, 32].map((place) => view.getUint16(at + place, true))];
      const start = view.getUint32(at + 42, true), path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const packed = bytes.subarray(from, from + size);
      if (!path.endsWith("/")) found.set(path, view.getUint16(at + 10, true) ? await through(packed, new DecompressionStream("deflate-raw")) : packed);
      at += 46 + length + more + note;
    }
    const folders = new Set([...found.keys()].map((path) => path.includes("/") ? path.split("/")[0] : ""));
    const [folder] = folders;
    const isWrapped = folders.size === 1 && folder && !/^(?:images|t|_.*)$/.test(folder);
    return { folder: isWrapped ? folder : "", files: new Map([...found].map(([path, held]) => [isWrapped ? path.slice(folder.length + 1) : path, held])) };
  };
  return { pack, unpack, through };
})();
