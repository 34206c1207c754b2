/** Whether the long tier runs: `npm run check:long`, which leaves nothing out. */
export const isLong = process.env.LEVERMAP_TIER === "long";

/** What stands for all of them in every run; the long tier tries each. */
export const some = <T>(all: readonly T[], few: readonly T[]): readonly T[] => (isLong ? all : few);

const asked = Number(process.env.LEVERMAP_PROPERTIES ?? "");

/** Cases of a long run, by `LEVERMAP_PROPERTIES`; `null` for a usual one, and where it is no number above 0. */
export const longRun: number | null = asked > 0 ? asked : null;
