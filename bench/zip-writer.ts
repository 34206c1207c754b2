import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

const streamed = 0x0808;
const deflated = 8;
const versionOf64 = 45;

/** Writes a ZIP64 file with one member of any size, checksums after the data. */
export async function writeZip(file: string, member: string, chunks: Iterable<string>): Promise<void> {
  let [size, packed, sum] = [0, 0, 0];
  function* bytes(): Generator<Buffer, void, undefined> {
    for (const chunk of chunks) {
      const next = Buffer.from(chunk);
      size += next.length;
      sum = crc32(next, sum);
      yield next;
    }
  }
  const name = Buffer.from(member);
  const local = numbers([4, 0x04034b50], [2, versionOf64], [2, streamed], [2, deflated], [4, 0], [4, 0], [8, 0], [2, name.length], [2, 0]);
  const out = createWriteStream(file, { highWaterMark: 1 << 22 });
  out.write(Buffer.concat([local, name]));
  await pipeline(
    bytes,
    createDeflateRaw({ level: 4, chunkSize: 1 << 18 }),
    async function* (parts) {
      for await (const part of parts) {
        packed += (part as Buffer).length;
        yield part as Buffer;
      }
      const start = local.length + name.length;
      const descriptor = numbers([4, 0x08074b50], [4, sum], [8, packed], [8, size]);
      yield Buffer.concat([descriptor, directory(name, { size, packed, sum }, start + packed + descriptor.length)]);
    },
    out,
  );
}

/** Central directory of the only member, and the end record. */
function directory(name: Buffer, of: { readonly size: number; readonly packed: number; readonly sum: number }, at: number): Buffer {
  const absent = 0xffffffff;
  const extra = numbers([2, 1], [2, 16], [8, of.size], [8, of.packed]);
  const entry = Buffer.concat([
    numbers(
      [4, 0x02014b50],
      [2, versionOf64],
      [2, versionOf64],
      [2, streamed],
      [2, deflated],
      [4, 0],
      [4, of.sum],
      [4, absent],
      [4, absent],
    ),
    numbers([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
    name,
    extra,
  ]);
  const end64 = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, versionOf64],
    [2, versionOf64],
    [4, 0],
    [4, 0],
    [8, 1],
    [8, 1],
    [8, entry.length],
    [8, at],
  );
  const locator = numbers([4, 0x07064b50], [4, 0], [8, at + entry.length], [4, 1]);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, absent], [2, 0]);
  return Buffer.concat([entry, end64, locator, end]);
}

/** Little-endian integers of given widths. */
function numbers(...of: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    of.map(([bytes, value]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );
}
