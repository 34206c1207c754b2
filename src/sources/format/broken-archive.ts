import { LevermapError } from "../../base/errors.ts";
import { breakingOff, type Place, type RejectRecord, reject, type Stream } from "./records.ts";

/** An archive, or one entry of it, that cannot be read on. Thrown after its last sound byte, so that what stands before is kept. */
export class BrokenArchive extends LevermapError {
  readonly reason: string;

  constructor(name: string, reason: string) {
    super("LM_FILE_UNREADABLE", `${name}: ${reason}`, { file: name });
    this.reason = reason;
  }
}

export const endsEarly = "the archive ends early";

/** What zlib found wrong, in words. */
export function faultOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message === "unexpected end of file" ? endsEarly : `the archive is damaged: ${message}`;
}

/** The reject that stands for all that a break made unreadable; `place` is that of the record it fell in. */
export const breakReject = (place: Place, { reason }: BrokenArchive, excerpt: string): RejectRecord => ({
  ...breakingOff(reject(place, reason, excerpt)),
  code: "LM_FILE_UNREADABLE",
});

/** Pieces of a file and then their end: `null`, or the break that ended them early. Any other error is thrown on. */
export async function* withEnd<T>(pieces: AsyncIterable<T>): Stream<T | BrokenArchive | null> {
  let end: BrokenArchive | null = null;
  try {
    yield* pieces;
  } catch (thrown) {
    if (!(thrown instanceof BrokenArchive)) throw thrown;
    end = thrown;
  }
  yield end;
}

/** A data file: the file itself, what a `.gz` holds, or one file of an archive. */
export interface Entry {
  /** Name for people: the file, and in an archive the entry after `!`. */
  readonly name: string;
  /** Nothing of it can be read: it is not opened, whatever its name. */
  readonly unreadable?: true;
  /** Its bytes in pieces, in constant memory. Throws BrokenArchive after the last sound byte of an archive, else LM_FILE_UNREADABLE. */
  chunks(): AsyncIterable<Buffer>;
}
