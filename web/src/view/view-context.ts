import type { ReactNode } from "react";
import type { Link } from "../../../src/report/view.ts";
import type { Paper } from "../colour/colours.ts";

/** What a view needs of the page it stands on. */
export interface ViewContext {
  readonly dark: Paper;
  /** A text that leads to what it is about. */
  readonly link: (text: string, link: Link) => ReactNode;
  /** What hands out the data of a table or picture as CSV. */
  readonly copy: (what: string, text: () => string) => ReactNode;
}
