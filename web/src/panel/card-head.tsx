import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { counted, numberRange, usdBnRange } from "../../../src/base/format.ts";
import { spaced } from "../../../src/base/words.ts";
import { TechnologyLink } from "../list/technology-link.tsx";
import { missing } from "../words/words.ts";
import type { PanelContext } from "./context.ts";
import { SourceRef } from "./source-list.tsx";

/** Name, kind, size and place in the chain. */
export function CardHead({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) {
  const { marketSize } = card;
  const kind = [card.kind, card.supplyMode, card.nextGeneration ? "next generation" : null].filter((word) => word !== null).map(spaced);
  return (
    <>
      <h2>{card.name}</h2>
      <p className="note">
        <code>{card.id}</code> {kind.join(", ")}
        {card.aliases.length > 0 && `; also ${card.aliases.join(", ")}`}
      </p>
      {card.description && <p>{card.description}</p>}
      <dl>
        <dt>Market a year</dt>
        <dd>
          {marketSize ? (
            <>
              {usdBnRange(marketSize.low, marketSize.high)}
              {marketSize.year !== null && `, ${marketSize.year}`} <SourceRef id={marketSize.source} documents={context.documents} />
            </>
          ) : (
            <span className="no-data">{missing("market size unknown", "parameters.csv")}</span>
          )}
        </dd>
        {card.firstVolumeUse && (
          <>
            <dt>First volume use</dt>
            <dd>{numberRange(card.firstVolumeUse.low, card.firstVolumeUse.high, "year")}</dd>
          </>
        )}
        <dt>Rests on</dt>
        <dd>{counted(card.upstream.length, "technology", "technologies")}</dd>
        <dt>Carries</dt>
        <dd>
          {counted(card.downstream.length, "technology", "technologies")}
          {card.products.length > 0 && ", among them "}
          {card.products.map((product, index) => (
            <span key={product}>
              {index > 0 && ", "}
              <TechnologyLink id={product} go={context.go}>
                {context.technologies.get(product) ?? product}
              </TechnologyLink>
            </span>
          ))}
        </dd>
      </dl>
    </>
  );
}
