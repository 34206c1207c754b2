import { createContext } from "react";
import type { Language } from "../../../src/words/language.ts";
import { emptyState, type PageState } from "./page-state.ts";

/** Where a reader stands. */
export interface Place {
  /** What the address chooses, to which links add. */
  readonly state: PageState;
  /** That the page was served in. */
  readonly language: Language;
}

/** Known to all parts of a page, in the browser and where the server draws its first screen. */
export const PlaceContext = createContext<Place>({ state: emptyState, language: "en" });
