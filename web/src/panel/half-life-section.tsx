import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { CardHalfLife } from "../../../src/answers/card/technology-card-half-life.ts";
import { decayWords } from "../../../src/answers/half-life/half-life-words.ts";
import { counted, percent } from "../../../src/base/format.ts";
import { decayTable, withholdingTable } from "../../../src/report/leverage/half-life.ts";
import { Tick } from "../chart/marks.tsx";
import { PartEvidence } from "../evidence-section.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import type { PanelContext } from "../state/panel-context.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { WithCode } from "../view/with-code.tsx";
import { saySentences } from "../words/spoken.ts";
import { csv } from "../words/words.ts";

interface HalfLifeProps {
  readonly card: TechnologyCard;
  readonly context: PanelContext;
}

/** How long half the hold on a technology lasts, and what withholding it would do to the home and cost the holder. */
export function HalfLifeSection({ card: { halfLife, halfLifeReason }, context }: HalfLifeProps) {
  if (halfLife === null)
    return (
      <section className="half-life">
        <h3>Half-life unknown</h3>
        <p className="no-data">{halfLifeReason}</p>
      </section>
    );
  const { holder, home } = halfLife;
  const name = (id: string): string => context.names.get(id) ?? id;
  return (
    <section className="half-life">
      <h3>{heading(halfLife, name(holder))}</h3>
      <p>
        <WithCode text={halfLife.finding} />
      </p>
      <SurvivalCurve halfLife={halfLife} />
      <ViewBlocks blocks={[decayTable(halfLife)]} context={context} />
      <h4>
        If {name(holder)} withheld it from {home === null ? "all others" : name(home)} from now on
      </h4>
      <ViewBlocks blocks={[withholdingTable(halfLife)]} context={context} />
      <h4>Act now, or later</h4>
      <p>{halfLife.choice}</p>
      <PartEvidence evidence={halfLife.evidence} />
    </section>
  );
}

/** `Half of the hold of the Netherlands would be gone after 34 months`, or how often it is not. */
function heading({ decays, horizon }: CardHalfLife, holder: string): string {
  const together = decays.find(({ by }) => by === "together");
  if (!together?.halfLife) return `In the model ${holder} has no hold on it`;
  const { median } = together.halfLife;
  return median === null
    ? `Half of the hold of ${holder} is not gone within ${horizon / 12} years in ${percent(together.never ?? 0)} of the draws`
    : `Half of the hold of ${holder} would be gone after ${counted(median, "month")}`;
}

const width = 360;
const height = 150;
const frame = { left: 44, right: 6, top: 10, bottom: 22 } as const;
const floor = height - frame.bottom;

type Line = CardHalfLife["decays"][number];

/** Years between two marks of the axis. */
const yearsApart = 5;

/** Part of the draws in which more than half is left, by month: all that is known as a thick line, each alone as a thin one. */
export function SurvivalCurve({ halfLife }: { readonly halfLife: CardHalfLife }) {
  const { decays, months, draws } = halfLife;
  const known = decays.filter(({ state }) => state === "known");
  const together = known.find(({ by }) => by === "together");
  const data = (): string =>
    csv([["month", ...decays.map(({ by }) => by)], ...months.map((month, i) => [month, ...decays.map(({ left }) => left[i] ?? null)])]);
  return (
    <figure className="survival">
      <figcaption>
        Part of {draws} draws in which more than half of the hold is left, by years from the start, at most 20; bar: the middle 80%
      </figcaption>
      {together && <Curve halfLife={halfLife} together={together} />}
      {known.length > 2 && (
        <p className="note">
          {known.map(({ by }) => (
            <span key={by}>
              <Key by={by} /> {decayWords[by]}{" "}
            </span>
          ))}
        </p>
      )}
      <CopyButton what="the curve" text={data} />
    </figure>
  );
}

/** How a line is drawn. */
const Key = ({ by }: Pick<Line, "by">) => (
  <svg className="key" width={22} height={10} aria-hidden="true">
    <path className={curveClass(by)} d="M0 5H22" />
  </svg>
);

const curveClass = (by: Line["by"]): string => (by === "together" ? "curve" : `curve alone ${by}`);

function Curve({ halfLife, together }: { readonly halfLife: CardHalfLife; readonly together: Line }) {
  const { decays, months, horizon } = halfLife;
  const x = (month: number): number => frame.left + (month / horizon) * (width - frame.left - frame.right);
  const y = (part: number): number => floor - part * (floor - frame.top);
  const path = ({ left }: Line): string => `M${x(0)} ${y(1)}${left.map((part, i) => `H${x(months[i] ?? 0)}V${y(part)}`).join("")}`;
  const alone = decays.filter(({ by, state }) => by !== "together" && state === "known");
  const years = Array.from({ length: horizon / 12 / yearsApart + 1 }, (_, i) => i * yearsApart);
  const { low, high } = together.halfLife ?? { low: null, high: null };
  const [from, to] = [x(low ?? horizon), x(high ?? horizon)];
  return (
    <svg className="columns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={saySentences(halfLife.finding)}>
      {[0.5, 1].map((part) => (
        <path key={part} className="grid" d={`M${frame.left} ${y(part)}H${width - frame.right}`} />
      ))}
      {[0, 0.5, 1].map((part) => (
        <Tick key={part} x={frame.left - 4} y={y(part) + 4} textAnchor="end" text={percent(part)} />
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${width - frame.right}`} />
      {years.map((year) => (
        <Tick
          key={year}
          x={x(12 * year)}
          y={floor + 15}
          textAnchor={year === 0 ? "start" : 12 * year === horizon ? "end" : "middle"}
          text={year === 0 ? "now" : `${year} y`}
        />
      ))}
      {alone.length > 1 && alone.map((line) => <path key={line.by} className={curveClass(line.by)} d={path(line)} />)}
      <path className={curveClass("together")} d={path(together)} />
      <path
        className="whisker-line"
        d={`M${from} ${y(0.5)}H${to}M${from} ${y(0.5) - 4}v8${high === null ? "" : `M${to} ${y(0.5) - 4}v8`}`}
      />
    </svg>
  );
}
