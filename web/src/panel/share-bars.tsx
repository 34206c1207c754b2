import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { percent } from "../../../src/base/format.ts";
import { shareTitle, shareWords } from "../../../src/report/card/share-rows.ts";
import { greyEconomy } from "../colour/economies.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { csv } from "../words/csv.ts";
import type { PanelContext } from "./context.ts";
import { SourceRef } from "./source-list.tsx";

type Row = TechnologyCard["shareRows"][number];
type Line = Row["shares"][number];

const width = 180;
const at = (share: number): number => Math.min(1, Math.max(0, share)) * (width - 2) + 1;

/** Shares of one basis, kind of holder, data set and year: bars from zero, whiskers over the interval, the unknown remainder hatched. */
export function ShareBars({ row, context }: { readonly row: Row; readonly context: PanelContext }) {
  const lines = [...row.shares].sort((a, b) => (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0));
  const data = (): string =>
    csv([
      ["holder", "name", "kind", "basis", "low", "high", "year", "grade", "source"],
      ...lines.map((line) => [line.holder, line.name, line.kind, row.basis, line.low, line.high, line.year, line.grade, line.source]),
    ]);
  return (
    <figure className="shares">
      <figcaption>{shareTitle(row)}</figcaption>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.holder} ${line.source} ${line.year}`}>
              <th scope="row">{line.name}</th>
              <td className="share-cell">
                <ShareBar line={line} colour={context.palette.get(line.holder) ?? greyEconomy} />
              </td>
              <td className="score-words">{shareWords(line)}</td>
              <td>
                <span className="note">{line.grade}</span> <SourceRef id={line.source} documents={context.documents} />
              </td>
            </tr>
          ))}
          {row.unknownShare >= 0.005 && (
            <tr>
              <th scope="row">No known holder</th>
              <td className="share-cell">
                <svg className="share-bar" viewBox={`0 0 ${width} 14`} width={width} height={14} aria-hidden="true">
                  <line className="axis" x1={1} x2={1} y1={0} y2={14} />
                  <rect className="hatched" x={1} y={3} width={at(row.unknownShare) - 1} height={8} fill="url(#hatch)" />
                </svg>
              </td>
              <td className="score-words">{percent(row.unknownShare)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <CopyButton what={`shares by ${row.basis}`} text={data} />
    </figure>
  );
}

function ShareBar({ line, colour }: { readonly line: Line; readonly colour: string }) {
  const known = line.low !== null || line.high !== null;
  const [low, high] = [line.low ?? 0, line.high ?? 1];
  return (
    <svg className="share-bar" viewBox={`0 0 ${width} 14`} width={width} height={14} aria-hidden="true">
      <line className="axis" x1={1} x2={1} y1={0} y2={14} />
      {known ? (
        <>
          <rect
            className={`share grade-${line.grade}`}
            x={1}
            y={3}
            width={Math.max(1, at(low) - 1)}
            height={8}
            fill={colour}
            stroke={colour}
          />
          {at(high) - at(low) > 1 && <path className="whisker-line" d={`M${at(low)} 7H${at(high)}M${at(low)} 4V10M${at(high)} 4V10`} />}
        </>
      ) : (
        <rect className="hatched" x={1} y={3} width={width - 2} height={8} fill="url(#hatch)" />
      )}
    </svg>
  );
}
