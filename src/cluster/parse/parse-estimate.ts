import type { Estimate } from "../../base/estimate.ts";
import type { ParseSize } from "./parse-size.ts";

/** What a byte that is read takes. */
interface ParseCost {
  /** Of a core. */
  readonly seconds: number;
  /** Of a core, for each file. */
  readonly opening: number;
  /** Bytes, of the largest file alone. */
  readonly memory: number;
  readonly disk: number;
  readonly diskOfFile: number;
  /** Bytes that come out of a packed one. */
  readonly unpacked: number;
}

/** Most is passed over. */
const fullTexts: ParseCost = { seconds: 0.0127e-6, opening: 0.083, memory: 0.65, disk: 0.0004, diskOfFile: 12_000, unpacked: 4.9 };
/** Nearly every element becomes a row. Rows of made-up records repeat and pack too well: disk is what gzip makes of real ones. */
const bibliographies: ParseCost = { seconds: 0.067e-6, opening: 0.1, memory: 1.9, disk: 0.11, diskOfFile: 20_000, unpacked: 9 };
const started = { memory: 2.08e8, seconds: 1.2 };

/**
 * The least and the most that parsing takes: a byte of a bibliography becomes many times the rows of a byte of a full text, and how far packed files grow is not known before.
 * From runs on three sizes of either (30 November 2026, docs/scale.md).
 * @param processes that share the files: memory is that of the one which has the largest file, all else of all together
 */
export const estimateParse = (size: ParseSize, processes = 1): readonly [least: Estimate, most: Estimate] => [
  estimate(size, processes, fullTexts),
  estimate(size, processes, bibliographies),
];

function estimate(size: ParseSize, processes: number, { seconds, opening, memory, disk, diskOfFile, unpacked }: ParseCost): Estimate {
  const read = size.plain + unpacked * size.packed;
  return {
    memory: started.memory + memory * Math.max(size.largestPlain, unpacked * size.largestPacked),
    disk: diskOfFile * size.files + disk * read,
    seconds: started.seconds * processes + opening * size.files + seconds * read,
  };
}
