import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { percent } from "../../../src/base/format.ts";
import { concentrationWords } from "../../../src/report/card/card-facts.ts";
import { shareTitle, shareWords } from "../../../src/report/card/share-rows.ts";
import { greyEconomy } from "../colour/colours.ts";
import { CopyButton } from "../list/copy-button.tsx";
import type { PanelContext } from "../state/panel-context.ts";
import { csv } from "../words/csv.ts";
import { missing } from "../words/words.ts";
import { SourceRef } from "./source-list.tsx";

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
