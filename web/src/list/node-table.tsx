import { memo, type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { percent, usdBn } from "../../../src/base/format.ts";
import { nodeColour, scoreColour } from "../colour/colours.ts";
import type { Node } from "../map/fold.ts";
import { controlCell, scoreCell } from "../map/node-words.ts";
import type { PageState } from "../state/page-state.ts";
import type { PageContext } from "../state/panel-context.ts";
import { controlsCsv, mapCsv } from "../words/words.ts";
import { CopyButton } from "./copy-button.tsx";
import { EconomyName } from "./economy-name.tsx";
import { TechnologyLink } from "./page-link.tsx";
import { sortNodes } from "./sort-nodes.ts";
import { Whisker } from "./whisker.tsx";

interface TableProps {
  readonly map: MapView;
  readonly by: PageState["colour"];
  readonly matches: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly context: PageContext;
  /** Rows that are shown; whoever asks for the others gets all. */
  readonly most: number;
}

/** What a table shows of each technology beside its name and stage. */
interface Kind {
  readonly id: string;
  readonly title: (map: MapView) => string;
  readonly note: (map: MapView) => string;
  readonly csv: (map: MapView, rows: MapView["nodes"]) => string;
  /** Headings before and after those of name and stage. */
  readonly before: Heading;
  readonly after: readonly Heading[];
  readonly cellsBefore: (node: Node, context: PageContext) => ReactNode;
  readonly cellsAfter: (node: Node, context: PageContext) => ReactNode;
}

interface Heading {
  readonly title: string;
  readonly className?: string;
  readonly colSpan?: number;
}

const controls: Kind = {
  id: "controls-title",
  title: ({ asOf }) => `Issuers whose controls are in force on ${asOf}, most first`,
  note: () =>
    "At least these, against anyone, on the technology or what folds into it, as recorded. Hatched: unknown, which is not clearance.",
  csv: controlsCsv,
  before: { title: "Issuers", className: "figure", colSpan: 2 },
  after: [{ title: "Whose controls" }, { title: "Entries of a control list", className: "wide" }],
  cellsBefore: (node, { dark }) => (
    <>
      <td>
        <ColourSwatch node={node} dark={dark} />
      </td>
      <td className="figure">{node.controls === null ? "–" : node.controls.issuers.length}</td>
    </>
  ),
  cellsAfter: (node, context) => (
    <>
      <td>
        <Issuers node={node} context={context} />
      </td>
      <td className="wide">{hasUnreadEntries(node) ? "linked, none loaded for the day" : ""}</td>
    </>
  ),
};

const score: Kind = {
  id: "scores-title",
  title: () => "Loss of final output one foreign holder could cause, highest first",
  note: ({ asOf }) =>
    `Middle and interval in the model, as of ${asOf}; per cent of final output, for final products of their use, which have places of their own. Hatched: unknown, anywhere from 0 to 100%.`,
  csv: mapCsv,
  before: { title: "Place", className: "figure" },
  after: [
    { title: "Score", colSpan: 2 },
    { title: "Could be withheld by", className: "wide" },
    { title: "Unknown supply", className: "wide figure" },
    { title: "Market a year", className: "wide figure" },
    { title: "Withheld since", className: "wide" },
  ],
  cellsBefore: (node) => <td className="figure">{node.rank ?? "–"}</td>,
  cellsAfter: (node, context) => (
    <>
      <td className="whisker-cell">{node.notApplicable === null && <Whisker interval={node.score} dark={context.dark} />}</td>
      <td className="score-words">{scoreCell(node)}</td>
      <td className="wide">{node.holder !== null && <EconomyName id={node.holder} {...context} />}</td>
      <td className="wide figure">{percent(node.unknownShare)}</td>
      <td className="wide figure">{node.marketSize === null ? "unknown" : usdBn(node.marketSize)}</td>
      <td className="wide">{node.withheldSince ?? ""}</td>
    </>
  ),
};

/** Asks for all rows; the focus goes to the first that was not shown, as the button that had it is gone. */
function useShowAll(go: PageContext["go"], most: number, count: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const from = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (from.current === null || most < count) return;
    body.current?.rows[from.current]?.querySelector("a")?.focus();
    from.current = null;
  }, [most, count]);
  const showAll = (): void => {
    from.current = most;
    go({ rows: "all" });
  };
  return { body, showAll };
}

/** The data behind the picture, folded technologies and all, in the order of what it is coloured by. */
export const NodeTable = memo(function NodeTable({ map, by, matches, chosen, context, most }: TableProps) {
  const kind = by === "controls" ? controls : score;
  const stages = new Map(map.stages.map((stage) => [stage.id, stage.name]));
  const rows = useMemo(
    () =>
      sortNodes(
        map.nodes.filter((node) => matches.has(node.id)),
        by,
      ),
    [map, matches, by],
  );
  const { body, showAll } = useShowAll(context.go, most, rows.length);
  const headings: readonly Heading[] = [kind.before, { title: "Technology" }, { title: "Stage", className: "wide" }, ...kind.after];
  return (
    <section className="scores" aria-labelledby={kind.id}>
      <h2 id={kind.id}>{kind.title(map)}</h2>
      <p className="note">
        {kind.note(map)} <CopyButton what="the table" text={() => kind.csv(map, rows)} />
      </p>
      {rows.length === 0 && <p className="empty">No technology fits these filters. Clear one of them to see more.</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {headings.map(({ title, ...marks }) => (
                <th key={title} scope="col" {...marks}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.slice(0, most).map((node) => (
              <tr key={node.id} className={node.id === chosen ? "chosen" : undefined}>
                {kind.cellsBefore(node, context)}
                <th scope="row">
                  <TechnologyLink id={node.id} go={context.go}>
                    {node.name}
                  </TechnologyLink>
                </th>
                <td className="wide">{node.stage === null ? "" : (stages.get(node.stage) ?? node.stage)}</td>
                {kind.cellsAfter(node, context)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > most && (
        <button type="button" onClick={showAll}>
          {`Show all ${rows.length} technologies`}
        </button>
      )}
    </section>
  );
});

const hasUnreadEntries = ({ controls, controlsUnknown }: Node): boolean =>
  controls?.entriesUnknown ?? controlsUnknown === "linked entries not loaded";

/** The colour of the disc. */
function ColourSwatch({ node, dark }: { readonly node: Node; readonly dark: boolean }) {
  const colour = nodeColour(node, "controls");
  return (
    <svg className="swatch" width={14} height={14} aria-hidden="true">
      <rect x={1} y={1} width={12} height={12} fill={typeof colour === "number" ? scoreColour(colour, dark) : "url(#hatch)"} />
    </svg>
  );
}

function Issuers({ node, context }: { readonly node: Node; readonly context: PageContext }) {
  if (node.controls === null) return <span className="note">{controlCell(node)}</span>;
  return (
    <span className="issuers">
      {node.controls.issuers.map((id) => (
        <EconomyName key={id} id={id} {...context} />
      ))}
    </span>
  );
}
