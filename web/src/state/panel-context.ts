import type { ReactNode } from "react";
import type { SourceDocument } from "../../../src/answers/shared/evidence.ts";
import type { Link } from "../../../src/report/view.ts";
import type { Go } from "./page-state.ts";
import type { Paper } from "./paper.ts";

/** What a view needs of the page it stands on. */
export interface ViewContext {
  readonly dark: Paper;
  /** A text that leads to what it is about. */
  readonly link: (text: string, link: Link) => ReactNode;
  /** What hands out the data of a table or picture as CSV. */
  readonly copy: (what: string, text: () => string) => ReactNode;
}

/** What all parts of the panel share. */
export interface PanelContext extends ViewContext {
  readonly go: Go;
  readonly dark: boolean;
  /** Colours of economies by id. */
  readonly palette: ReadonlyMap<string, string>;
  readonly documents: readonly SourceDocument[];
  /** Names of economies by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly technologies: ReadonlyMap<string, string>;
  readonly home: string | null;
}

/** What a page hands to its panel, which adds the documents of the technology it shows. */
export type PageContext = Omit<PanelContext, "documents">;

/** Names of economies, organisations and technologies by id; the id where none is known. */
export const nameIn =
  ({ names, organisations, technologies }: PanelContext) =>
  (id: string): string =>
    names.get(id) ?? organisations.get(id) ?? technologies.get(id) ?? id;
