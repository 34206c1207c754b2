import type { Answer } from "../../ask/ask.ts";
import { say } from "../../base/message.ts";

/** What the map of a home is about. */
export const mapTitle = ({ home, economies }: Pick<Answer<"map">, "home" | "economies">): string =>
  home === null
    ? "Map of chipmaking"
    : say("map-title.what-could-be-withheld", { name: economies.find(({ id }) => id === home)?.name ?? home });
