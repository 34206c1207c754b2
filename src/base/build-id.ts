/** Put in by the build (`scripts/join.config.mjs`). */
declare const levermapBuildId: string | undefined;

/** Another one for each state of the sources and packages; `null` when run from the sources themselves. */
export const buildId: string | null = typeof levermapBuildId === "undefined" ? null : levermapBuildId;
