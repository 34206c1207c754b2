import { programmeName } from "../../../src/answers/plan/plan-labels.ts";
import type { CandidateReason, PlannedProgramme, PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { counted, number } from "../../../src/base/format.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { TechnologyLink } from "../list/technology-link.tsx";
import type { Go } from "../state/use-page.ts";
import { gained } from "./gains.ts";
import { nextCsv, programmesCsv } from "./plan-csv.ts";
import { launchWords } from "./plan-words.ts";

interface TablesProps {
  readonly report: PlanReport;
  readonly go: Go;
}

/** All programmes that are in, with what the picture leaves out. */
export function InTable({ report, go }: TablesProps) {
  const { programmes } = report;
  return (
    <details>
      <summary>{counted(programmes.length, "programme that is in", "programmes that are in")}, as a table</summary>
      <p className="note">
        USD M, present value; net: what is earned at the plan's prices beyond what it takes. Families today are unknown where no patent of
        the technology is loaded. <CopyButton what="all that are in" text={() => programmesCsv(report)} />
      </p>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">Programme</th>
            <th scope="col">Launched</th>
            <th scope="col" className="wide figure">
              Researcher-years
            </th>
            <th scope="col" className="wide figure">
              Families today
            </th>
            <th scope="col" className="figure">
              Brings
            </th>
            <th scope="col" className="figure">
              Costs
            </th>
            <th scope="col" className="figure">
              Less cost
            </th>
            <th scope="col" className="wide figure">
              Net
            </th>
            <th scope="col" className="wide">
              Why a candidate
            </th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((each) => (
            <tr key={each.id}>
              <ProgrammeCell programme={each} go={go} />
              <td>{launchWords(each)}</td>
              <td className="wide figure">
                {number(each.researcherYears * each.part)} <span className="note">{each.field}</span>
              </td>
              <td className="wide figure">{familiesToday(each)}</td>
              <td className="figure">{number(gained(each.adds))}</td>
              <td className="figure">{number(each.presentCost)}</td>
              <td className="figure">{number(each.lessCost)}</td>
              <td className="wide figure">{each.net === null ? "unknown" : number(each.net)}</td>
              <td className="wide">
                <Reasons reasons={each.reasons} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Programmes that are out and nearest to being in. */
export function NextTable({ report, go }: TablesProps) {
  const { next } = report;
  return (
    <section>
      <h2>Out, and nearest to being in</h2>
      {next.length === 0 && <p className="no-data">None is told: all are in, or time was up before the prices were found.</p>}
      {next.length > 0 && (
        <>
          <p className="note">
            Net: what all of it would earn at the plan's prices beyond what it takes, USD M; below 0 it would have to cost that much less.{" "}
            Families today are unknown where no patent of the technology is loaded.{" "}
            <CopyButton what="those nearest to being in" text={() => nextCsv(report)} />
          </p>
          <table className="plan-table">
            <thead>
              <tr>
                <th scope="col">Programme</th>
                <th scope="col" className="figure">
                  Net
                </th>
                <th scope="col" className="figure">
                  All of it costs
                </th>
                <th scope="col" className="wide figure">
                  Families today
                </th>
                <th scope="col" className="wide">
                  Why a candidate
                </th>
              </tr>
            </thead>
            <tbody>
              {next.map((each) => (
                <tr key={each.id}>
                  <ProgrammeCell programme={each} go={go} />
                  <td className="figure">{number(each.net)}</td>
                  <td className="figure">{number(each.cost)}</td>
                  <td className="wide figure">{familiesToday(each)}</td>
                  <td className="wide">
                    <Reasons reasons={each.reasons} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

const familiesToday = ({ known }: Pick<PlannedProgramme, "known">): string => (known === null ? "unknown" : number(known));

function ProgrammeCell({ programme, go }: { readonly programme: PlannedProgramme; readonly go: Go }) {
  return (
    <th scope="row">
      <TechnologyLink id={programme.technology} go={go}>
        {programmeName(programme)}
      </TechnologyLink>
    </th>
  );
}

/** What speaks for a programme and what against it. */
function Reasons({ reasons }: { readonly reasons: readonly CandidateReason[] }) {
  if (reasons.length === 0) return <span className="note">nothing but what it brings</span>;
  return reasons.map(({ kind, speaks, text }) => (
    <div key={`${kind} ${text}`}>
      <span className="note">{speaks}:</span> {text}
    </div>
  ));
}
