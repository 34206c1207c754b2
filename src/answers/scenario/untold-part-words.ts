import { say } from "../../base/message.ts";
import { listed, lowered } from "../../base/words.ts";
import type { UntoldPart } from "./untold-parts.ts";

/** That a part is drawn from none to all, in a sentence. */
export const untoldPartWords = ({ name, of, technologies }: UntoldPart): string =>
  say("untold-part-words.the-part-of-in", { name, technologies: listed(technologies.map(lowered)), ofIt: of });
