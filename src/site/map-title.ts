import type { Answer } from "../ask/ask.ts";

/** What the map of a home is about. */
export const mapTitle = ({ home, economies }: Pick<Answer<"map">, "home" | "economies">): string =>
  home === null ? "Map of chipmaking" : `What could be withheld from ${economies.find(({ id }) => id === home)?.name ?? home}?`;
