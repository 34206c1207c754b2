import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage } from "../../../src/site/page.ts";
import { SiteDocument } from "./site-document.tsx";

/** What stands around a page. */
export interface Shell {
  /** From the page to the top of the site: `../../`, or nothing. */
  readonly root: string;
  /** Files of styles and scripts, from the top of the site. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Path and query of the page, from the top of the site. */
  readonly path: string;
  /** The page's own query without what freezes it, as name and value. */
  readonly query: Readonly<Record<string, string>>;
  /** The day that it is as of, and the generation and build that its numbers are of. */
  readonly day: string;
  readonly edition: string | null;
}

/** A page as a document of HTML; all text in it is escaped. */
export const renderPage = (page: SitePage, shell: Shell): string =>
  `<!doctype html>${renderToStaticMarkup(<SiteDocument page={page} shell={shell} />)}`;

export { renderPicture } from "./picture-svg.tsx";
