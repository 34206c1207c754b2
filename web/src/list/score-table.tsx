import { useMemo } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { percent, usdBn } from "../../../src/base/format.ts";
import { scoreCell } from "../map/node-words.ts";
import type { Go } from "../state/page-state.ts";
import { useDark } from "../state/use-media.ts";
import { mapCsv } from "../words/csv.ts";
import { CopyButton } from "./copy-button.tsx";
import { EconomyName } from "./economy-name.tsx";
import { TechnologyLink } from "./page-link.tsx";
import { byScore } from "./sort-nodes.ts";
import { Whisker } from "./whisker.tsx";

interface TableProps {
  readonly map: MapView;
  readonly matches: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly palette: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly go: Go;
}

/** The data behind the picture, folded ones and all, highest score first. */
export function ScoreTable({ map, matches, names, palette, chosen, go }: TableProps) {
  const dark = useDark();
  const stages = new Map(map.stages.map((stage) => [stage.id, stage.name]));
  const rows = useMemo(() => byScore(map.nodes.filter((node) => matches.has(node.id))), [map, matches]);
  return (
    <section className="scores" aria-labelledby="scores-title">
      <h2 id="scores-title">Loss of final output one foreign holder could cause, highest first</h2>
      <p className="note">
        Middle and interval in the model, as of {map.asOf}; per cent of final output, for final products of their use. Hatched: unknown,
        anywhere from 0 to 100%. <CopyButton what="the table" text={() => mapCsv(map, rows)} />
      </p>
      {rows.length === 0 && <p className="empty">No technology fits these filters. Clear one of them to see more.</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col" className="figure">
                Place
              </th>
              <th scope="col">Technology</th>
              <th scope="col" className="wide">
                Stage
              </th>
              <th scope="col" colSpan={2}>
                Score
              </th>
              <th scope="col" className="wide">
                Could be withheld by
              </th>
              <th scope="col" className="wide figure">
                Unknown supply
              </th>
              <th scope="col" className="wide figure">
                Market a year
              </th>
              <th scope="col" className="wide">
                Withheld since
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((node) => (
              <tr key={node.id} className={node.id === chosen ? "chosen" : undefined}>
                <td className="figure">{node.rank ?? "–"}</td>
                <th scope="row">
                  <TechnologyLink id={node.id} go={go}>
                    {node.name}
                  </TechnologyLink>
                </th>
                <td className="wide">{node.stage === null ? "" : (stages.get(node.stage) ?? node.stage)}</td>
                <td className="whisker-cell">{node.notApplicable === null && <Whisker interval={node.score} dark={dark} />}</td>
                <td className="score-words">{scoreCell(node)}</td>
                <td className="wide">{node.holder !== null && <EconomyName id={node.holder} names={names} palette={palette} />}</td>
                <td className="wide figure">{percent(node.unknownShare)}</td>
                <td className="wide figure">{node.marketSize === null ? "unknown" : usdBn(node.marketSize)}</td>
                <td className="wide">{node.withheldSince ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
