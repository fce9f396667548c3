// Reads gray pictures from its input and writes what the codes on them say, a JSON list for each.
// Each picture comes as width and height (32 bits, little endian) and a byte for each pixel.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.argv[2]}/package.json`);
const { scanGrayBuffer } = require("@undecaf/zbar-wasm");

const input = readFileSync(0);
for (let at = 0; at < input.length; ) {
  const width = input.readUInt32LE(at), height = input.readUInt32LE(at + 4);
  const pixels = input.subarray(at + 8, at + 8 + width * height);
  at += 8 + width * height;
  const copy = new Uint8Array(pixels).buffer;
  const found = await scanGrayBuffer(copy, width, height);
  console.log(JSON.stringify(found.map((symbol) => symbol.decode())));
}
