import type { Bars, FigureBlock } from "../../../src/report/view.ts";
import { Phrase } from "../words/phrase.tsx";
import { spoken } from "../words/spoken.ts";
import { csv } from "../words/words.ts";
import type { ViewContext } from "./view-context.ts";
import { ViewCurve } from "./view-curve.tsx";
import { Whisker } from "./whisker.tsx";

/** A picture under its title, with its unit, its summary in words and its data to copy. */
export function ViewFigure({ block, context }: { readonly block: FigureBlock; readonly context: ViewContext }) {
  const { title, summary, shape } = block;
  const unit = shape.kind === "bars" ? besideAmounts(block.unit) : block.unit;
  return (
    <figure className="survival">
      <figcaption>
        <Phrase>{title}</Phrase>, <Phrase>{unit}</Phrase>
      </figcaption>
      {shape.kind === "bars" ? (
        <BarRows shape={shape} title={title} unit={unit} context={context} />
      ) : (
        <ViewCurve shape={shape} summary={summary} />
      )}
      {summary !== "" && <p className="note">{summary}</p>}
      {context.copy(title, () => figureCsv(block))}
    </figure>
  );
}

/** A unit beside figures that tell theirs: in other languages it need not be one in billions. */
const besideAmounts = (unit: string): string => (spoken() === null ? unit : unit.replace(/^USD [BM]\b/, "USD"));

interface BarsProps {
  readonly shape: Bars;
  readonly title: string;
  readonly unit: string;
  readonly context: ViewContext;
}

/** Bars from zero, each with its whisker and its figure in words; hatched where it is unknown. */
function BarRows({ shape: { bars, full }, title, unit, context }: BarsProps) {
  const most = full ?? Math.max(...bars.map(({ interval }) => interval?.[2] ?? 0), Number.MIN_VALUE);
  return (
    <table>
      <caption className="unseen">{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Of</th>
          <th scope="col" colSpan={2}>
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, link, text, interval, most: limit = most }) => (
          <tr key={label}>
            <th scope="row">{link === undefined ? label : context.link(label, link)}</th>
            <td className="whisker-cell">
              <Whisker interval={interval} full={most} dark={context.dark} plain={most > 1} hatched={limit / most} />
            </td>
            <td className="score-words">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Six digits of a figure: more would only tell how it was computed. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(6)));

/** The data of a picture as CSV, in the unit of the picture; an empty cell is unknown. */
export function figureCsv({ shape }: FigureBlock): string {
  switch (shape.kind) {
    case "bars":
      return csv([
        ["of", "low", "middle", "high"],
        ...shape.bars.map(({ label, interval, most = null, isLeast = false }) => [
          label,
          ...(interval === null ? [null, null, most] : isLeast ? [interval[0], null, null] : interval).map(rounded),
        ]),
      ]);
    case "curve":
      return csv([["month", "low", "middle", "high"], ...shape.points.map(({ month, interval }) => [month, ...interval.map(rounded)])]);
    case "survival":
      return csv([["month", "left"], ...shape.steps.map(({ month, left }) => [month, rounded(left)])]);
  }
}
