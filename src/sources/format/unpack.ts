import type { Readable } from "node:stream";
import type { Gunzip, InflateRaw } from "node:zlib";
import { BrokenArchive, faultOf } from "./broken-archive.ts";
import type { Stream } from "./records.ts";

/** Bytes that are read and unpacked at a time. */
export const chunkBytes = 1 << 18;
/** Packed bytes that may be on their way through the streams when one of them fails. */
const underWay = 4 * chunkBytes;
/** Packed bytes that are taken at a time to find a fault: first to come near, then so few as it may cost. */
const stepSizes = [1 << 12, 64];

/** A packed stream that can be opened again. */
export interface Packed {
  /** For people. */
  readonly name: string;
  open(): Promise<Readable>;
  unpacker(): Gunzip | InflateRaw;
}

/**
 * What a packed stream holds, in pieces and constant memory; `report` gets the packed bytes read. Everything before a fault of the
 * packing is given, then BrokenArchive is thrown; faults of reading and the reason of `signal` are thrown as they are.
 */
export async function* unpackedChunks(packed: Packed, signal: AbortSignal, report: (read: number) => void): Stream<Buffer> {
  const raw = await packed.open();
  const unpacker = packed.unpacker();
  let [read, given] = [0, 0];
  raw.on("data", (chunk: Buffer) => {
    read += chunk.length;
    report(read);
  });
  raw.on("error", (fault) => unpacker.destroy(fault));
  try {
    for await (const chunk of raw.pipe(unpacker)) {
      signal.throwIfAborted();
      given += chunk.length;
      yield chunk;
    }
    return;
  } catch (thrown) {
    signal.throwIfAborted();
    if (!isPackingFault(thrown)) throw thrown;
    yield* salvaged(packed, given, read - underWay, signal);
    throw new BrokenArchive(packed.name, faultOf(thrown));
  } finally {
    raw.destroy();
    unpacker.destroy();
  }
}

const isPackingFault = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" && /^Z_/.test(thrown.code);

/**
 * A failing stream drops what it has not handed on, so it is unpacked again, past the first `given` bytes: all at once until `sound` packed bytes, then step by step
 * until it fails, and once more from before that step by finer ones.
 */
async function* salvaged(packed: Packed, given: number, sound: number, signal: AbortSignal): Stream<Buffer> {
  let known: Known | null = { given, sound };
  for (const step of stepSizes) if (known !== null) known = yield* stepped(packed, known, step, signal);
}

/** Of a packed stream: bytes that were given already, and packed bytes that are known to be sound. */
interface Known {
  readonly given: number;
  readonly sound: number;
}

/** Gives what a step more unpacks, and what is known where it fails; `null`: it only ends too early. */
async function* stepped(packed: Packed, { given, sound }: Known, step: number, signal: AbortSignal): AsyncGenerator<Buffer, Known | null> {
  const raw = await packed.open();
  const steps = new Steps(packed.unpacker());
  let [read, unpacked] = [0, 0];
  try {
    for await (const chunk of raw) {
      for (let at = 0; at < chunk.length; ) {
        signal.throwIfAborted();
        const piece = chunk.subarray(at, at + Math.max(step, sound - read - at));
        const { bytes, failed } = await steps.take(piece);
        const fresh = bytes.subarray(Math.max(0, given - unpacked));
        if (fresh.length > 0) yield fresh;
        unpacked += bytes.length;
        if (failed) return { given: Math.max(given, unpacked), sound: read + at };
        at += piece.length;
      }
      read += chunk.length;
    }
    return null;
  } finally {
    raw.destroy();
    steps.close();
  }
}

/** Unpacks one piece after the other and says of each what it gave. */
class Steps {
  readonly #unpacker: Gunzip | InflateRaw;
  #given: Buffer[] = [];

  constructor(unpacker: Gunzip | InflateRaw) {
    this.#unpacker = unpacker;
    unpacker.on("data", (bytes: Buffer) => this.#given.push(bytes));
    unpacker.on("error", () => undefined);
  }

  async take(piece: Buffer): Promise<{ readonly bytes: Buffer; readonly failed: boolean }> {
    const failed = await new Promise<boolean>((resolve) => {
      const closed = (): void => resolve(true);
      this.#unpacker.once("close", closed);
      this.#unpacker.write(piece, (fault) => {
        this.#unpacker.off("close", closed);
        resolve(fault !== null && fault !== undefined);
      });
    });
    const bytes = Buffer.concat(this.#given);
    this.#given = [];
    return { bytes, failed };
  }

  close(): void {
    this.#unpacker.destroy();
  }
}
