/** Whether the long tier runs: `npm run check:long`, which leaves nothing out. */
export const isLong = process.env.LEVERMAP_TIER === "long";

/** What stands for all of them in every run; the long tier tries each. */
export const some = <T>(all: readonly T[], few: readonly T[]): readonly T[] => (isLong ? all : few);
