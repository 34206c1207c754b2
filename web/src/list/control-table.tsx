import { useMemo } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { nodeColour, scoreColour } from "../colour/colours.ts";
import type { Node } from "../map/fold.ts";
import { controlCell } from "../map/node-words.ts";
import type { Go } from "../state/page-state.ts";
import { useDark } from "../state/use-media.ts";
import { controlsCsv } from "../words/csv.ts";
import { CopyButton } from "./copy-button.tsx";
import { EconomyName } from "./economy-name.tsx";
import { TechnologyLink } from "./page-link.tsx";
import { byControls } from "./sort-nodes.ts";

interface TableProps {
  readonly map: MapView;
  readonly matches: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly palette: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly go: Go;
}

/** The data behind the picture coloured by controls, folded technologies and all. */
export function ControlTable({ map, matches, names, palette, chosen, go }: TableProps) {
  const dark = useDark();
  const stages = new Map(map.stages.map((stage) => [stage.id, stage.name]));
  const rows = useMemo(() => byControls(map.nodes.filter((node) => matches.has(node.id))), [map, matches]);
  return (
    <section className="scores" aria-labelledby="controls-title">
      <h2 id="controls-title">Issuers whose controls are in force on {map.asOf}, most first</h2>
      <p className="note">
        At least these, against anyone, on the technology or what folds into it, as recorded. Hatched: unknown, which is no clearance.{" "}
        <CopyButton what="the table" text={() => controlsCsv(map, rows)} />
      </p>
      {rows.length === 0 && <p className="empty">No technology fits these filters. Clear one of them to see more.</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col" colSpan={2} className="figure">
                Issuers
              </th>
              <th scope="col">Technology</th>
              <th scope="col" className="wide">
                Stage
              </th>
              <th scope="col">Whose controls</th>
              <th scope="col" className="wide">
                Entries of a control list
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((node) => (
              <tr key={node.id} className={node.id === chosen ? "chosen" : undefined}>
                <td>
                  <Swatch node={node} dark={dark} />
                </td>
                <td className="figure">{node.controls === null ? "–" : node.controls.issuers.length}</td>
                <th scope="row">
                  <TechnologyLink id={node.id} go={go}>
                    {node.name}
                  </TechnologyLink>
                </th>
                <td className="wide">{node.stage === null ? "" : (stages.get(node.stage) ?? node.stage)}</td>
                <td>
                  <Issuers node={node} names={names} palette={palette} />
                </td>
                <td className="wide">{hasUnreadEntries(node) ? "linked, none loaded for the day" : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const hasUnreadEntries = ({ controls, controlsUnknown }: Node): boolean =>
  controls?.entriesUnknown ?? controlsUnknown === "linked entries not loaded";

/** The colour of the disc. */
function Swatch({ node, dark }: { readonly node: Node; readonly dark: boolean }) {
  const colour = nodeColour(node, "controls");
  return (
    <svg className="swatch" width={14} height={14} aria-hidden="true">
      <rect x={1} y={1} width={12} height={12} fill={typeof colour === "number" ? scoreColour(colour, dark) : "url(#hatch)"} />
    </svg>
  );
}

function Issuers({ node, names, palette }: Pick<TableProps, "names" | "palette"> & { readonly node: Node }) {
  if (node.controls === null) return <span className="note">{controlCell(node)}</span>;
  return (
    <span className="issuers">
      {node.controls.issuers.map((id) => (
        <EconomyName key={id} id={id} names={names} palette={palette} />
      ))}
    </span>
  );
}
