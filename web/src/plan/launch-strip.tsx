import type { ChosenProgramme } from "../../../src/answers/plan/plan-report.ts";
import { launchWords, leastPart } from "../../../src/report/plan/plan-programmes.ts";

const step = 21;
const side = 15;
const height = 18;

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
          (at % 2 === 0 || years.length < 3) && (
            <text key={year} className="tick" x={(at + 0.5) * step} y={height - 5} textAnchor="middle">
              {year}
            </text>
          ),
      )}
    </svg>
  );
}
