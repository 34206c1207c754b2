import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage, SiteRenderer, SiteShell } from "../../../src/site/page.ts";
import { toldInEnglish } from "../../../src/words/tell.ts";
import { wordsIn } from "../../../src/words/words-in.ts";
import { inWords } from "../words/spoken.ts";
import { EmbedDocument } from "./embed-document.tsx";
import { pictureFile } from "./picture-file.ts";
import { SiteDocument } from "./site-document.tsx";

/** What is drawn, in the words of a language: English before it is drawn, another where its elements are made. */
function drawnIn<T, R>({ language = "en" }: SiteShell, given: T, draw: (told: T) => R): R {
  const words = wordsIn(language);
  return inWords(words, () => draw(words === null ? toldInEnglish(given) : given));
}

/** A page as a document of HTML; all text in it is escaped. */
export const renderPage = (given: SitePage, shell: SiteShell): string =>
  drawnIn(shell, given, (page) => `<!doctype html>${renderToStaticMarkup(<SiteDocument page={page} shell={shell} />)}`);

/** The picture of a page as a document of its own. */
export const renderEmbed = (given: SitePage, shell: SiteShell): string =>
  drawnIn(shell, given, (page) => `<!doctype html>${renderToStaticMarkup(<EmbedDocument page={page} shell={shell} />)}`);

/** The picture of a page as a file. */
export const renderPicture: SiteRenderer["renderPicture"] = (picture, page, shell, part) =>
  drawnIn(shell, { picture, page }, (told) => pictureFile(told.picture, told.page, shell, part));

export { renderReport, renderReportPicture } from "./report/report-document.tsx";
