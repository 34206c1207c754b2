import { LevermapError } from "../../base/errors.ts";

/** A ready scenario or plan by its id, or the text of one of one's own. */
export interface FileAsked {
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

type Required =
  | { readonly id: string; readonly text: ""; readonly place: string }
  | { readonly id: null; readonly text: string; readonly place: string };

/** Throws LM_USAGE unless exactly one of id and text is given. */
export function requireFile({ id, text, place }: FileAsked, noun: "scenario" | "plan"): Required {
  if ((id === undefined) === (text === undefined))
    throw new LevermapError("LM_USAGE", `Give either the id of a ready ${noun} or the text of a file.`);
  return id === undefined ? { id: null, text: text!, place: place ?? `The ${noun}` } : { id, text: "", place: id };
}
