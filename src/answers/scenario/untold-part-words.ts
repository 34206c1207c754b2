import { listed, lowered } from "../../base/words.ts";
import type { UntoldPart } from "./untold-parts.ts";

/** That a part is drawn from none to all, in a sentence. */
export const untoldPartWords = ({ name, of, technologies }: UntoldPart): string =>
  `The part of ${name} in the ${listed(technologies.map(lowered))} of ${of} is unknown: it is drawn from none to all.`;
