import type { ChosenProgramme } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
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
      <text className="tick" x={0} y={height - 5}>
        0
      </text>
      <text className="tick" x="100%" y={height - 5} textAnchor="end">
        USD {number(most)} M
      </text>
    </svg>
  );
}
