import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { counted } from "../../../src/base/format.ts";
import { listed } from "../../../src/base/words.ts";

type Left = PlanReport["left"];

const whys: readonly (readonly [keyof Left, string])[] = [
  ["exposureNoShares", "exposure, since nobody's share of supply is known"],
  ["exposureNoLoss", "exposure, since no loss of the home's own sales of known value comes of them"],
  ["bargainingNoMarket", "royalties and bargaining, since no source gives their market"],
  ["freedomNoPatents", "freedom to operate, since no patent of others is loaded that could stop what the home sells"],
];

/** Technologies of which a kind of gain is not known, by name. */
export function LeftOut({ left, technologies }: { readonly left: Left; readonly technologies: ReadonlyMap<string, string> }) {
  const told = whys.filter(([key]) => left[key].length > 0);
  if (told.length === 0) return null;
  return (
    <section>
      <h2>Left out as unknown, which is not 0</h2>
      <ul className="left-out">
        {told.map(([key, why]) => (
          <li key={key}>
            <details>
              <summary>
                {counted(left[key].length, "technology", "technologies")} of {why}
              </summary>
              <p className="note">{listed(left[key].map((id) => technologies.get(id) ?? id))}.</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
