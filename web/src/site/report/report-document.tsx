import { renderToStaticMarkup } from "react-dom/server";
import type { Block, FigureBlock } from "../../../../src/report/view.ts";
import type { SiteShell } from "../../../../src/site/page.ts";
import type { MapFigure, Picture } from "../../../../src/site/picture.ts";
import type { Chapter, Report } from "../../../../src/site/report/report.ts";
import { ViewBlocks, ViewTitle } from "../../view/view-blocks.tsx";
import type { ViewContext } from "../../view/view-context.ts";
import { WebLink } from "../../view/web-link.tsx";
import { pictureFile } from "../picture-file.ts";
import { reportStyle } from "./report-style.ts";

/** A picture of a report as a file of SVG by itself. */
export function renderReportPicture(
  picture: Picture | MapFigure,
  { path }: Pick<Chapter, "path">,
  { day, edition }: Pick<Report, "day" | "edition">,
): string {
  const shell: SiteShell = { root: "", styles: [], scripts: [], path: path ?? "", query: {}, day, edition };
  return pictureFile(picture, { title: picture.title }, shell);
}

/** Views in a document that may lie anywhere: only addresses of the web lead on. */
const context: ViewContext = {
  dark: false,
  link: (text, link) => (link.to === "url" ? <WebLink text={text} address={link.address} /> : text),
  copy: () => null,
};

/** A report as one file of HTML that asks nobody for another; all text in it is escaped. */
export function renderReport(report: Report): string {
  const { title, day, edition, chapters } = report;
  const head = renderToStaticMarkup(
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:" />
      <title>{title}</title>
      <style>{"%STYLE%"}</style>
    </head>,
  ).replace("%STYLE%", reportStyle);
  const top = renderToStaticMarkup(<Top title={title} day={day} edition={edition} />);
  const [first, ...others] = chapters.map((chapter) => chapterMarkup(chapter, report));
  const contents = renderToStaticMarkup(<Contents chapters={chapters} />);
  return `<!doctype html>\n<html lang="en">${head}<body>${top}<main>${first ?? ""}${contents}${others.join("")}</main></body></html>\n`;
}

const Top = ({ title, day, edition }: Pick<Report, "title" | "day" | "edition">) => (
  <header>
    <h1>{title}</h1>
    <p className="as-of">
      As of {day}
      {edition !== null && `, edition ${edition}`}. A model of public records: no forecast, no legal advice.
    </p>
  </header>
);

const Contents = ({ chapters }: Pick<Report, "chapters">) => (
  <nav aria-label="Contents">
    <ul>
      {chapters.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** A chapter; its picture is a file of SVG, which has escaped its own text. */
function chapterMarkup(chapter: Chapter, report: Report): string {
  const { id, title, finding, picture, blocks, command, apart } = chapter;
  const head = renderToStaticMarkup(
    <>
      <h2>{title}</h2>
      <p className="finding">{finding}</p>
    </>,
  );
  const drawn = picture === undefined ? "" : `<figure class="wide-scroll">${renderReportPicture(picture, chapter, report)}</figure>`;
  const asked = renderToStaticMarkup(
    command !== null && (
      <p className="asked">
        Asked by: <code>levermap {command}</code>
      </p>
    ),
  );
  const rest = blocksMarkup(blocks, 3, (figure) => `<figure class="wide-scroll">${renderReportPicture(figure, chapter, report)}</figure>`);
  return `<section class="chapter${apart ? "" : " scenario"}" id="${id}">${head}${drawn}${rest}${asked}</section>`;
}

/** Blocks of a view, with pictures that need no style of a page. */
function blocksMarkup(blocks: readonly Block[], level: number, drawn: (figure: FigureBlock) => string): string {
  const markup = blocks.map((block) => {
    if (block.kind === "figure") return drawn(block);
    if (block.kind === "section")
      return renderToStaticMarkup(<ViewTitle title={block.title} level={level} />) + blocksMarkup(block.body, level + 1, drawn);
    return renderToStaticMarkup(<ViewBlocks blocks={[block]} context={context} level={level} />);
  });
  return markup.join("");
}
