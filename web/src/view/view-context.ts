import type { Go } from "../state/use-page.ts";

/** What a view needs of the page it stands on. */
export interface ViewContext {
  readonly go: Go;
  readonly dark: boolean;
  /** Colours of economies by id. */
  readonly palette: ReadonlyMap<string, string>;
}
