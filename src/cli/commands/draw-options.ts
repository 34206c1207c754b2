/** Options of commands that draw. */
export const drawsOption = ["--draws <number>", "samples of all inputs (default: 2000)"] as const;
export const seedOption = ["--seed <number>", "of the random numbers; the same seed gives the same answer (default: 1)"] as const;
