import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BrokenArchive } from "../../../src/sources/format/broken-archive.ts";
import { type Packed, unpackedChunks } from "../../../src/sources/format/unpack.ts";

const going = new AbortController().signal;

/** A packed stream of these bytes, and how often an unpacker of it was given some. */
function packedOf(bytes: Buffer): { readonly packed: Packed; readonly writes: () => number } {
  let writes = 0;
  const packed: Packed = {
    name: "a.gz",
    open: async () =>
      Readable.from(Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) => bytes.subarray(at * 65_536, (at + 1) * 65_536))),
    unpacker: () => {
      const unpacker = createGunzip();
      const write = unpacker._transform.bind(unpacker);
      unpacker._transform = (...given) => {
        writes += 1;
        write(...given);
      };
      return unpacker;
    },
  };
  return { packed, writes: () => writes };
}

async function unpacked(packed: Packed): Promise<{ readonly given: Buffer; readonly pieces: number; readonly isBroken: boolean }> {
  const pieces: Buffer[] = [];
  let isBroken = false;
  try {
    for await (const piece of unpackedChunks(packed, going, () => undefined)) pieces.push(piece);
  } catch (thrown) {
    isBroken = thrown instanceof BrokenArchive;
  }
  return { given: Buffer.concat(pieces), pieces: pieces.length, isBroken };
}

describe("a packed stream that breaks", () => {
  // Half of it packs well, half of it not
  const plain = Buffer.concat([Buffer.from("a row of a table\n".repeat(40_000)), randomBytes(700_000)]);
  const whole = gzipSync(plain);

  it("is given whole where it does not", async () => {
    const { given, isBroken } = await unpacked(packedOf(whole).packed);
    expect(isBroken).toBe(false);
    expect(given.equals(plain)).toBe(true);
  });

  it.each([0.1, 0.4, 0.8, 0.999])(
    "is given until the fault that lies %d of its length behind its beginning, in few steps",
    async (part) => {
      const at = Math.floor(whole.length * part);
      const torn = Buffer.concat([whole.subarray(0, at), Buffer.alloc(300_000, "x"), whole.subarray(at)]);
      const { packed, writes } = packedOf(torn);
      const { given, pieces, isBroken } = await unpacked(packed);
      expect(isBroken).toBe(true);
      const sound = await unpacked(packedOf(whole.subarray(0, at - 64)).packed);
      expect(given.length).toBeGreaterThanOrEqual(sound.given.length);
      expect(given.subarray(0, sound.given.length).equals(plain.subarray(0, sound.given.length))).toBe(true);
      expect(sound.given.length).toBeGreaterThan(0);
      expect(pieces).toBeLessThan(600);
      expect(writes()).toBeLessThan(900);
    },
  );

  it("is given as far as it goes where its end is cut off", async () => {
    const { given, isBroken } = await unpacked(packedOf(whole.subarray(0, whole.length - 50_000)).packed);
    expect(isBroken).toBe(true);
    expect(given.length).toBeGreaterThan(plain.length - 60_000);
    expect(given.equals(plain.subarray(0, given.length))).toBe(true);
  });
});
