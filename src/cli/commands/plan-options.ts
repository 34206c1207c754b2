import { wholeNumber } from "../numbers.ts";

/** The last year that is known. */
export const yearOption = [
  "--cut-off <year>",
  "last year that is known; what came after is held against it",
  wholeNumber("--cut-off", 1800, 2200),
] as const;
