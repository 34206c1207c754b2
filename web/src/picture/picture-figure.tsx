import type { DrawnPicture, Shape } from "../../../src/site/picture.ts";
import { pictureTable } from "../../../src/site/picture-table.ts";
import type { ViewContext } from "../view/view-context.ts";
import { tableCsv, ViewTable } from "../view/view-table.tsx";
import { Phrase } from "../words/phrase.tsx";
import { drawShape } from "./draw-shape.tsx";
import { type Canvas, pagePaint } from "./paint.tsx";

interface FigureProps {
  readonly picture: DrawnPicture;
  readonly context: ViewContext;
  readonly linkTo?: Canvas["linkTo"];
}

/** Pixels of the picture on a wide page and on a narrow one: its letters are of the same size on both. */
const widths = { wide: 960, narrow: 358 } as const;

/** A picture made for a question, with its title and unit, a summary for those who do not see it, and its data as a table and to copy. */
export function PictureFigure({ picture, context, linkTo }: FigureProps) {
  const { title, unit, summary, shape } = picture;
  const table = pictureTable(picture);
  return (
    <figure className="drawn">
      <figcaption>
        <Phrase>{title}</Phrase>, <Phrase>{unit}</Phrase>
      </figcaption>
      {(["wide", "narrow"] as const).map((size) => {
        const { height, body } = drawShape(shape, { width: widths[size], paint: pagePaint, linkTo });
        // What can be followed is no single picture
        const role = linkTo !== undefined && leadsOn(shape) ? "group" : "img";
        return (
          <svg key={size} className={size} viewBox={`0 0 ${widths[size]} ${height}`} role={role} aria-label={summary}>
            {body}
          </svg>
        );
      })}
      <div className="picture-data">
        {context.copy(title, () => tableCsv(table))}
        <details>
          <summary>As a table</summary>
          <ViewTable block={table} context={{ ...context, copy: () => null }} />
        </details>
      </div>
    </figure>
  );
}

/** Whether names in it lead to what they are about. */
const leadsOn = (shape: Shape): boolean =>
  shape.kind === "tiles" || (shape.kind === "panels" && shape.panels.some(({ bars }) => bars.some(({ link }) => link !== undefined)));
