import { counted } from "./format.ts";

/** What work takes, as far as it is known before. */
export interface Estimate {
  /** Bytes of the process at its largest. */
  readonly memory: number;
  /** Bytes of what it writes; what the database engine puts aside for want of memory is not in it. */
  readonly disk: number;
  /** Of one core. */
  readonly seconds: number;
}

/** An estimate for people. */
export const estimateWords = (estimate: Estimate): string => rangeWords(estimate, estimate);

/** An estimate for people, of which only the least and the most are known. */
export const rangeWords = (least: Estimate, most: Estimate): string =>
  `This takes about ${between(bytes, least.memory, most.memory)} of memory, ${diskAndSeconds(least, most)}, as measured elsewhere.`;

/** An estimate for people of work that processes share: memory is that of the largest process, disk and seconds are those of all together. */
export const sharedWords = (processes: number, least: Estimate, most: Estimate): string =>
  `This takes about ${diskAndSeconds(least, most)} in ${counted(processes, "process", "processes")}, with about ${between(bytes, least.memory, most.memory)} of memory each, as measured elsewhere; what the scheduler itself takes is not in it.`;

const diskAndSeconds = (least: Estimate, most: Estimate): string =>
  `${between(bytes, least.disk, most.disk)} of disk and ${between(seconds, least.seconds, most.seconds)} of a core`;

function between(words: (value: number) => string, least: number, most: number): string {
  const [low, high] = [words(least), words(most)];
  return low === high ? low : `${low} to ${high}`;
}

const seconds = (value: number): string => `${rounded(value)} s`;

const bytes = (value: number): string => {
  const [of, unit] = value < 1e6 ? [1e3, "kB"] : value < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  return `${rounded(value / of)} ${unit}`;
};

const rounded = (value: number): number => Number(value.toPrecision(2));
