import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { CardHalfLife } from "../../../src/answers/card/technology-card-half-life.ts";
import { counted, percent, percentInterval, usdBnInterval } from "../../../src/base/format.ts";
import { PartEvidence } from "../evidence-section.tsx";
import { Whisker } from "../list/whisker.tsx";
import type { PanelContext } from "./context.ts";
import { SurvivalCurve } from "./survival-curve.tsx";

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
  return (
    <section className="half-life">
      <h3>{heading(halfLife, context)}</h3>
      <p>{halfLife.finding}</p>
      <SurvivalCurve halfLife={halfLife} />
      <Withholding halfLife={halfLife} context={context} />
      <h4>Act now, or hold in reserve</h4>
      <p>{halfLife.choice}</p>
      <PartEvidence evidence={halfLife.evidence} />
    </section>
  );
}

/** `Half of the hold of the Netherlands is gone after 34 months`, or how often it is not. */
function heading({ decays, holder, horizon }: CardHalfLife, { names }: PanelContext): string {
  const together = decays.find(({ by }) => by === "together");
  const hold = `the hold of ${names.get(holder) ?? holder}`;
  if (!together?.halfLife) return `There is no ${hold.replace("the ", "")} to halve, in the model`;
  const { median } = together.halfLife;
  return median === null
    ? `Half of ${hold} is not gone within ${horizon / 12} years in ${percent(together.never ?? 0)} of the draws`
    : `Half of ${hold} would be gone after ${counted(median, "month")}`;
}

/** Loss of the home by the horizons, with what it costs the holder. */
function Withholding({ halfLife, context }: { readonly halfLife: CardHalfLife; readonly context: PanelContext }) {
  const { withholding, home, holder, loses } = halfLife;
  const name = (id: string): string => context.names.get(id) ?? id;
  const grows = withholding.some(({ growth }) => growth[2] > 0);
  return (
    <>
      <h4>
        If {name(holder)} withheld it from {home === null ? "all others" : name(home)} from now on
      </h4>
      {withholding.map(({ month, loss, growth, usdBn, senderUsdBn }) => (
        <p key={month} className="measure">
          <Whisker interval={loss} dark={context.dark} />
          <span>
            After {month} months <b>{percentInterval(loss)}</b> of {loses === "use" ? "use" : "running output"} lost, {usdBnInterval(usdBn)}{" "}
            a year{grows && <>, and {percentInterval(growth)} of capacity not added</>};{" "}
            <span className="note">it costs the holder {usdBnInterval(senderUsdBn)} a year</span>
          </span>
        </p>
      ))}
    </>
  );
}
