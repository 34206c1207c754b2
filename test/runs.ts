const asked = Number(process.env.LEVERMAP_PROPERTIES ?? "");

/** Cases of a long run, by `LEVERMAP_PROPERTIES`; `null` for a usual one, and where it is no number above 0. */
export const longRun: number | null = asked > 0 ? asked : null;
