import type { ChosenProgramme } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
import { launchWords, leastPart } from "../../../src/report/plan/plan-programmes.ts";
import { Tick } from "../chart/marks.tsx";
import { gainParts } from "./gains.ts";

const height = 18;

/** A length from zero on as a part of the width; `most` is at the right end. */
const scale =
  (most: number) =>
  (value: number): string =>
    `${most > 0 ? (99.5 * value) / most : 0}%`;

/** Value at risk without a programme by kind of gain, and below it what it costs. Its words are beside it. */
export function WorthBar({ programme: { adds, presentCost }, most }: { readonly programme: ChosenProgramme; readonly most: number }) {
  const part = scale(most);
  return (
    <svg className="worth" height={height} aria-hidden="true">
      {gainParts(adds).map(({ kind, from, worth }) => (
        <rect key={kind} className={`gain ${kind}`} x={part(from)} y={2} width={part(worth)} height={8} />
      ))}
      <rect className="cost" x={0} y={12} width={part(presentCost)} height={4} />
      <path className="axis" d={`M0 0V${height}`} />
    </svg>
  );
}

/** Zero and the greatest value over the bars. */
export function WorthScale({ most }: { readonly most: number }) {
  return (
    <svg className="worth" height={height} aria-hidden="true">
      <Tick x={0} y={height - 5} text="0" />
      <Tick x="100%" y={height - 5} textAnchor="end" text={`USD ${number(most)} M`} />
    </svg>
  );
}

const step = 21;
const side = 15;

/** A place for each year: in those of a launch a square, filled by the part launched. */
export function LaunchStrip({ programme, years }: { readonly programme: ChosenProgramme; readonly years: readonly number[] }) {
  const at = (year: number): number => years.indexOf(year) * step + (step - side) / 2;
  const told = programme.launches.filter(({ part }) => part >= leastPart);
  return (
    <svg className="launches" width={years.length * step} height={height} role="img" aria-label={`launched ${launchWords(programme)}`}>
      <path className="grid" d={`M0 ${height - 0.5}H${years.length * step}`} />
      {told.map(({ year, part }) => (
        <g key={year}>
          <rect className="launch-room" x={at(year)} y={1} width={side} height={side} />
          <rect className="launch" x={at(year)} y={1 + side * (1 - part)} width={side} height={side * part} />
        </g>
      ))}
    </svg>
  );
}

/** The years over the strips: the first, the last and those between as far as there is room. */
export function LaunchYears({ years }: { readonly years: readonly number[] }) {
  return (
    <svg className="launches" width={years.length * step} height={height} aria-hidden="true">
      {years.map(
        (year, at) =>
          (at % 2 === 0 || years.length < 3) && <Tick key={year} x={(at + 0.5) * step} y={height - 5} textAnchor="middle" text={year} />,
      )}
    </svg>
  );
}
