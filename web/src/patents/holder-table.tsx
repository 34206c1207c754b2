import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { counted, percent, percentRange } from "../../../src/base/format.ts";
import { greyEconomy } from "../colour/economies.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { Whisker } from "../list/whisker.tsx";
import type { PanelContext } from "../panel/context.ts";
import { holdersCsv } from "./patent-csv.ts";

interface HolderProps {
  readonly report: TechnologyPatents;
  readonly context: PanelContext;
}

type Share = TechnologyPatents["holders"][number]["shares"]["weight"];

/** Who holds the patents: shares of all and of those unexpired, with what the share of blocking weight rests on. */
export function HolderTable({ report, context }: HolderProps) {
  const { holders, holdersTotal, shareBasis, asOf } = report;
  const { units, withoutHolder, leastCitations, level } = shareBasis;
  if (holders.length === 0) return <p className="no-data">Unknown: nobody is known to hold one of them.</p>;
  return (
    <figure className="patent-holders">
      <figcaption>
        Share of {units} loaded families or publications by holder, {percent(level)} interval; first {holders.length} of {holdersTotal}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">Holder</th>
            <th scope="col">All-time</th>
            <th scope="col">Unexpired {asOf}</th>
            <th scope="col">Of blocking weight</th>
          </tr>
        </thead>
        <tbody>
          {holders.map((line) => (
            <tr key={line.holder}>
              <th scope="row">
                {line.name}
                <div className="note">
                  {line.economy === null ? "seat unknown" : (context.names.get(line.economy) ?? line.economy)},{" "}
                  {counted(line.documents, "patent", "patents")} counted as {line.units}
                </div>
              </th>
              <ShareCell share={line.shares.count} colour={colourOf(line.economy, context)} dark={context.dark} />
              <ShareCell share={line.shares.countUnexpired} colour={colourOf(line.economy, context)} dark={context.dark} />
              <ShareCell
                share={line.shares.weight}
                colour={colourOf(line.economy, context)}
                dark={context.dark}
                basis={counted(line.citations, "citation", "citations")}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {withoutHolder > 0 && `${withoutHolder} of ${units} have no known holder and are left out. `}
        Joint holders count in equal parts. Weight is made of {shareBasis.variant} by others in five years; below {leastCitations}, or where
        one holder has all, it is unknown.
      </p>
      <CopyButton what="holders" text={() => holdersCsv(report)} />
    </figure>
  );
}

const colourOf = (economy: string | null, { palette }: PanelContext): string => palette.get(economy ?? "") ?? greyEconomy;

/** Three bars and a name stand side by side on a phone. */
const barWidth = 76;

interface CellProps {
  readonly share: Share;
  readonly colour: string;
  readonly dark: boolean;
  /** What the share rests on, if not on the families held. */
  readonly basis?: string;
}

function ShareCell({ share, colour, dark, basis }: CellProps) {
  const interval = share && percentRange(share.low, share.high);
  return (
    <td>
      <Whisker interval={share && [share.low, share.value, share.high]} dark={dark} colour={colour} width={barWidth} />
      {share === null ? "unknown" : percent(share.value)}
      <div className="note">{[interval, basis].filter((part) => part != null).join(", ")}</div>
    </td>
  );
}
