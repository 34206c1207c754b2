import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { concentrationWords } from "../../../src/report/card/card-facts.ts";
import { missing } from "../words/words.ts";
import type { PanelContext } from "./context.ts";
import { ShareBars } from "./share-bars.tsx";

/** Who holds it: economies first, then organisations, what the model reads first in each. */
export function ShareSection({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) {
  const kinds = [
    { kind: "economy", title: "Economies", measure: card.concentration.economies },
    { kind: "organisation", title: "Organisations", measure: card.concentration.organisations },
  ] as const;
  return (
    <section>
      <h3>Who holds it</h3>
      {kinds.map(({ kind, title, measure }) => {
        const rows = card.shareRows
          .filter((row) => row.holderKind === kind)
          .sort((a, b) => Number(b.used) - Number(a.used) || (b.year ?? 0) - (a.year ?? 0));
        return (
          <div key={kind}>
            <h4>{title}</h4>
            {rows.length === 0 && <p className="no-data">{missing(`no share of ${title.toLowerCase()} is known`, "shares.csv")}</p>}
            {rows.length > 0 && <p className="note">{concentrationWords(measure)}</p>}
            {rows.map((row) => (
              <ShareBars key={`${row.basis} ${row.dataset} ${row.year}`} row={row} context={context} />
            ))}
          </div>
        );
      })}
    </section>
  );
}
