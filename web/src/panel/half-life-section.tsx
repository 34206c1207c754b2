import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { CardHalfLife } from "../../../src/answers/card/technology-card-half-life.ts";
import { counted, percent } from "../../../src/base/format.ts";
import { decayTable, withholdingTable } from "../../../src/report/leverage/half-life.ts";
import { PartEvidence } from "../evidence-section.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
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
  const { holder, home } = halfLife;
  const name = (id: string): string => context.names.get(id) ?? id;
  return (
    <section className="half-life">
      <h3>{heading(halfLife, name(holder))}</h3>
      <p>{halfLife.finding}</p>
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
