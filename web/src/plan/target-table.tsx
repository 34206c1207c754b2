import { gainWords } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanReport, TargetWorth } from "../../../src/answers/plan/plan-report.ts";
import { number, usdM } from "../../../src/base/format.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { gainParts } from "./gains.ts";
import { targetsCsv } from "./plan-csv.ts";
import { headTold } from "./plan-words.ts";

interface TargetProps {
  readonly report: PlanReport;
  readonly nameOf: (code: string) => string;
}

/** What the plan as a whole adds by kind of gain, what it is left out of, and what it does beside. */
export function TargetTable({ report, nameOf }: TargetProps) {
  const { targets, worth, presentCost, interval } = report;
  const name = ({ name: of, jurisdiction }: TargetWorth): string => (jurisdiction === null ? of : `${of} in ${nameOf(jurisdiction)}`);
  return (
    <section>
      <h2>
        The whole plan adds {usdM(worth)} for {usdM(presentCost)}
      </h2>
      <p className="note">
        USD M, present value, on average over what may turn out otherwise; from {usdM(interval.worth.low)} to {usdM(interval.worth.high)} in{" "}
        {Math.round(10 * interval.held)} of 10 draws of the inputs. <CopyButton what="what the plan adds" text={() => targetsCsv(report)} />
      </p>
      {targets.length === 0 && <p className="no-data">Nothing that it brings has a worth known in USD.</p>}
      {targets.length > 0 && (
        <table className="plan-table">
          <thead>
            <tr>
              <th scope="col">Gain</th>
              <th scope="col" className="figure">
                Adds
              </th>
              <th scope="col">Most of it</th>
            </tr>
          </thead>
          <tbody>
            {gainParts(targets).map(({ kind, worth: all }) => (
              <tr key={kind}>
                <th scope="row">{gainWords[kind]}</th>
                <td className="figure">{number(all)}</td>
                <td>
                  {targets
                    .filter((each) => each.kind === kind)
                    .slice(0, headTold)
                    .map((each) => `${name(each)} ${number(each.worth)}`)
                    .join("; ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
