import type { CardControls, CardListedParty } from "../../../src/answers/card/technology-card-controls.ts";
import { EconomyName } from "../list/economy-name.tsx";
import type { PanelContext } from "./context.ts";
import { SourceRef } from "./source-list.tsx";

interface ListedProps {
  readonly controls: Pick<CardControls, "listed" | "day">;
  readonly context: PanelContext;
}

/** Organisations that deal in a technology and stand on lists on the day; nothing where no list is loaded, which the limits say. */
export function ListedParties({ controls: { listed, day }, context }: ListedProps) {
  if (listed === null) return null;
  return (
    <>
      <h4>Listed parties that deal in it</h4>
      {listed.length === 0 && <p className="no-data">None found on the loaded lists on {day}, which is no clearance.</p>}
      <ul className="controls">
        {listed.map((party) => (
          <li key={party.organisation}>
            {party.name}: {party.deals.map(({ what }) => what).join("; ")}{" "}
            {[...new Set(party.deals.map(({ source }) => source))].map((source) => (
              <SourceRef key={source} id={source} documents={context.documents} />
            ))}
            {party.listed.map((line) => (
              <Listing key={line.list} line={line} context={context} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Listing({ line, context }: { readonly line: CardListedParty["listed"][number]; readonly context: PanelContext }) {
  const { title, issuer, name, rule, standing, published, ended, citation } = line;
  const dates = [
    standing.since === null
      ? "start unknown"
      : `since ${standing.since}, by ${standing.basis === "effective" ? "day of effect" : standing.basis}`,
    published !== null && published !== standing.since && `published ${published}`,
    ended && `until ${ended}`,
    citation,
    `as ${name}, linked by ${rule}`,
  ];
  return (
    <div className="note">
      <EconomyName id={issuer} names={context.names} palette={context.palette} />: {title}, {dates.filter(Boolean).join(", ")}
    </div>
  );
}
