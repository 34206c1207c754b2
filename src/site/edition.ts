import { buildId } from "../base/build-id.ts";

/** Names the numbers of pages and reports: those of one generation of the data, worked out by one build. */
export const editionOf = (generation: string | null): string | null =>
  generation === null ? null : `${generation}${buildId === null ? "" : `-${buildId.slice(0, 8)}`}`;
