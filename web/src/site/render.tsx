import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage, SiteRenderer, SiteShell } from "../../../src/site/page.ts";
import { wordsIn } from "../../../src/site/words/words-in.ts";
import { inWords } from "../words/spoken.ts";
import { EmbedDocument } from "./embed-document.tsx";
import { renderStart as startOf } from "./map-start.tsx";
import { pictureFile } from "./picture-file.ts";
import { SiteDocument } from "./site-document.tsx";

/** A page as a document of HTML; all text in it is escaped. */
export const renderPage = (page: SitePage, shell: SiteShell): string =>
  inWords(wordsIn(shell.language ?? "en"), () => `<!doctype html>${renderToStaticMarkup(<SiteDocument page={page} shell={shell} />)}`);

/** The picture of a page as a document of its own. */
export const renderEmbed = (page: SitePage, shell: SiteShell): string =>
  inWords(wordsIn(shell.language ?? "en"), () => `<!doctype html>${renderToStaticMarkup(<EmbedDocument page={page} shell={shell} />)}`);

/** The picture of a page as a file. */
export const renderPicture: SiteRenderer["renderPicture"] = (picture, page, shell, part) =>
  inWords(wordsIn(shell.language ?? "en"), () => pictureFile(picture, page, shell, part));

export const renderStart: SiteRenderer["renderStart"] = (page, shell) =>
  inWords(wordsIn(shell.language ?? "en"), () => startOf(page, shell));

export { renderReport, renderReportPicture } from "./report/report-document.tsx";
