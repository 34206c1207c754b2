import { percent, percentInterval, percentRange } from "../../../src/base/format.ts";
import type { EventRowReport, ShockEvent } from "../../../src/proof/answers/events/backtest-report.ts";
import { Key, Tick } from "../chart/marks.tsx";

const [width, height] = [300, 18];
const frame = { left: 6, right: 6 } as const;
const middle = height / 2;
const x = (loss: number): number => frame.left + Math.min(1, Math.max(0, loss)) * (width - frame.left - frame.right);

/** What the marks are. */
export const Keys = () => (
  <p className="legend">
    <Key text="predicted, middle 80%, with its median">
      <rect className="predicted" x={2} y={6} width={20} height={8} />
      <path className="predicted-median" d="M12 4V16" />
    </Key>
    <Key text="measured, within it">
      <path className="measured" d={diamond(12, 10, 12)} />
    </Key>
    <Key text="measured, outside: a miss">
      <path className="measured missed" d={diamond(12, 10, 12)} />
    </Key>
  </p>
);

/** Predictions and measurements of one event, a line a row. */
export function EventPicture({ event: { what, date, rows } }: { readonly event: ShockEvent }) {
  return (
    <li className="event">
      <h3>
        {what} <span className="note">{date}</span>
      </h3>
      <Scale />
      {rows.map((row) =>
        row.score === null ? null : <Row key={`${row.of} ${row.what} ${row.output} ${row.last?.date}`} row={row} score={row.score} />,
      )}
    </li>
  );
}

/** From nothing lost to all, over each event. */
const Scale = () => (
  <div className="event-row" aria-hidden="true">
    <span className="event-what" />
    <svg className="strip" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {[0, 0.5, 1].map((loss) => (
        <Tick
          key={loss}
          x={x(loss)}
          y={height - 4}
          textAnchor={loss === 0 ? "start" : loss === 1 ? "end" : "middle"}
          text={percent(loss)}
        />
      ))}
    </svg>
  </div>
);

interface RowProps {
  readonly row: EventRowReport;
  readonly score: NonNullable<EventRowReport["score"]>;
}

function Row({ row: { of, what, last }, score: { predictedLoss, measuredLoss, hit } }: RowProps) {
  const { low, median, high } = predictedLoss;
  const measured = percentRange(measuredLoss.low, measuredLoss.high);
  return (
    <div className="event-row">
      <span className="event-what">
        {of}: {what} {last && <span className="note">{last.date}</span>}
      </span>
      <svg className="strip" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <path className="axis" d={`M${x(0)} ${middle}H${x(1)}`} />
        <rect className="predicted" x={x(low)} y={middle - 4} width={Math.max(1, x(high) - x(low))} height={8} />
        <path className="predicted-median" d={`M${x(median)} ${middle - 6}V${middle + 6}`} />
        <path className={hit ? "measured" : "measured missed"} d={diamond(x(measuredLoss.low), middle, x(measuredLoss.high))} />
      </svg>
      <span className="event-words">
        {percentInterval([low, median, high])} predicted, {measured} measured{hit ? "" : ": a miss"}
      </span>
    </div>
  );
}

/** A diamond, drawn out where what was measured is a range. */
const diamond = (from: number, y: number, to: number): string =>
  `M${from - 5} ${y}L${from} ${y - 5}H${to}L${to + 5} ${y}L${to} ${y + 5}H${from}Z`;
