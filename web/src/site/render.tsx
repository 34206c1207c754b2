import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage, SiteShell } from "../../../src/site/page.ts";
import { EmbedDocument } from "./embed-document.tsx";
import { SiteDocument } from "./site-document.tsx";

/** A page as a document of HTML; all text in it is escaped. */
export const renderPage = (page: SitePage, shell: SiteShell): string =>
  `<!doctype html>${renderToStaticMarkup(<SiteDocument page={page} shell={shell} />)}`;

/** The picture of a page as a document of its own. */
export const renderEmbed = (page: SitePage, shell: SiteShell): string =>
  `<!doctype html>${renderToStaticMarkup(<EmbedDocument page={page} shell={shell} />)}`;

export { renderPicture } from "./picture-svg.tsx";
export { renderReport, renderReportPicture } from "./report/report-document.tsx";
