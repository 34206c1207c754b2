import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { percentRange } from "../../../src/base/format.ts";
import { spaced } from "../../../src/base/words.ts";
import { TechnologyLink } from "../list/technology-link.tsx";
import { missing } from "../words/words.ts";
import type { PanelContext } from "./context.ts";
import { SourceRef } from "./source-list.tsx";

type Edge = TechnologyCard["needs"][number];

interface EdgesProps {
  readonly title: string;
  readonly edges: readonly Edge[];
  readonly empty: string | null;
  readonly context: PanelContext;
}

function Edges({ title, edges, empty, context }: EdgesProps) {
  if (edges.length === 0 && empty === null) return null;
  return (
    <section>
      <h3>
        {title} {edges.length > 0 && <span className="note">{edges.length}</span>}
      </h3>
      {edges.length === 0 && <p className="no-data">{empty}</p>}
      <ul className="edges-list">
        {edges.map((edge) => (
          <li key={`${edge.technology} ${edge.relation} ${edge.since}`}>
            <TechnologyLink id={edge.technology} go={context.go}>
              {edge.name}
            </TechnologyLink>{" "}
            <span className="note">
              {[
                edge.relation === "process-order" ? "order of steps, not a need" : null,
                edge.criticality && edge.criticality !== "unknown" ? edge.criticality : null,
                edge.delta && `${percentRange(edge.delta.low, edge.delta.high)} lost without it`,
                edge.weight && `${percentRange(edge.weight.low, edge.weight.high)} of it`,
                edge.since && `since ${edge.since}`,
                spaced(edge.grade),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>{" "}
            <SourceRef id={edge.source} documents={context.documents} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it needs, what needs it, its varieties and what it is one of. */
export function EdgeSections({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) {
  return (
    <>
      <Edges title="Needs" edges={card.needs} empty={missing("no input is recorded", "requires.csv")} context={context} />
      <Edges title="Needed by" edges={card.neededBy} empty={missing("no user is recorded", "requires.csv")} context={context} />
      <Edges title="Varieties" edges={card.varieties} empty={null} context={context} />
      <Edges title="A variety of" edges={card.varietyOf} empty={null} context={context} />
      <Edges title="Substitutes, in part" edges={card.substitutes} empty={null} context={context} />
    </>
  );
}
