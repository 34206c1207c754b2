import { wholeNumber } from "../numbers.ts";

/** Options of commands that draw. */
export const drawsOption = ["--draws <number>", "samples of all inputs (default: 2000)"] as const;

/** Greater seeds are no 32-bit numbers. */
export const seedOption = [
  "--seed <number>",
  "of the random numbers; the same seed gives the same answer (default: 1)",
  wholeNumber("--seed", 0, 2 ** 31 - 1),
] as const;
