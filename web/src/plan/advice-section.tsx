import type { FilingLine } from "../../../src/answers/patents/portfolio/advice-report.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { numberRange, usd, usdRange } from "../../../src/base/format.ts";
import { capital, listed } from "../../../src/base/words.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { TechnologyLink } from "../list/technology-link.tsx";
import { usePhone } from "../state/use-media.ts";
import type { Go } from "../state/use-page.ts";
import { filingCsv } from "./plan-csv.ts";

type Office = FilingLine["offices"][number];

interface AdviceProps {
  readonly report: PlanReport;
  readonly go: Go;
}

/** Where to file what comes of the plan, and what counsel may be asked. */
export function AdviceSection({ report, go }: AdviceProps) {
  const { filing } = report.advice;
  return (
    <>
      <section>
        <h2>Where what comes of it would be worth filing, were it granted and licensed to nobody</h2>
        {filing.length === 0 ? (
          <p className="no-data">No programme is in.</p>
        ) : (
          <>
            <p className="note">
              Value at stake against cost. File: even the low end of the value covers the high end of the cost; leave: not even the high end
              covers the low one; open: between.{" "}
              <CopyButton what="offices by technology, with values and costs" text={() => filingCsv(report)} />
            </p>
            <FilingTable filing={filing} go={go} />
          </>
        )}
      </section>
      <Questions report={report} />
    </>
  );
}

const verdicts = ["file", "open", "leave", "unknown"] as const satisfies readonly Office["verdict"][];

const reasonNotes: Partial<Record<Office["reason"], string>> = {
  "stake-unknown": "no known value at stake",
  "royalty-unknown": "no known royalty",
  "cost-unknown": "no known cost",
  "no-use-in-term": "lapses before use",
};

function FilingTable({ filing, go }: { readonly filing: readonly FilingLine[]; readonly go: Go }) {
  const phone = usePhone();
  return (
    <table className="plan-table">
      <thead>
        <tr>
          <th scope="col">Technology</th>
          <th scope="col" className="wide">
            First use in volume
          </th>
          {phone ? (
            <th scope="col">Offices</th>
          ) : (
            verdicts.map((verdict) => (
              <th key={verdict} scope="col">
                {capital(verdict)}
              </th>
            ))
          )}
        </tr>
      </thead>
      <tbody>
        {filing.map(({ technology, firstUse, offices }) => (
          <tr key={technology.id}>
            <th scope="row">
              <TechnologyLink id={technology.id} go={go}>
                {technology.name}
              </TechnologyLink>
            </th>
            <td className="wide">{firstUse === null ? "unknown" : yearWords(firstUse)}</td>
            {phone ? <td>{verdictWords(offices)}</td> : verdicts.map((verdict) => <td key={verdict}>{officesWith(offices, verdict)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const yearWords = ({ low, high }: NonNullable<FilingLine["firstUse"]>): string => numberRange(low, high, "year");

/** Offices of a verdict, with why where that is not the usual reason; the reason once where all have the same. */
function officesWith(offices: readonly Office[], verdict: Office["verdict"]): string {
  const of = offices.filter((each) => each.verdict === verdict);
  const notes = [...new Set(of.flatMap(({ reason }) => reasonNotes[reason] ?? []))];
  return `${of.map(({ office }) => office).join(", ")}${notes.length > 0 ? ` (${listed(notes)})` : ""}`;
}

/** All verdicts in a line. */
const verdictWords = (offices: readonly Office[]): string =>
  verdicts
    .flatMap((verdict) => (offices.some((each) => each.verdict === verdict) ? [`${verdict}: ${officesWith(offices, verdict)}`] : []))
    .join("; ");

/** Questions for counsel of each kind; where there is none it is said how much was looked at. */
function Questions({ report }: { readonly report: PlanReport }) {
  const { waiting, crossLicences, lettingGo } = report.advice;
  const ofOwn = [
    ...(lettingGo.unknown > 0 ? [`of ${lettingGo.unknown} more too little is known to ask`] : []),
    ...(lettingGo.saved === null ? [] : [`fees saved in all: ${usdRange(lettingGo.saved.low, lettingGo.saved.high)}`]),
  ];
  return (
    <section>
      <h2>Questions for counsel</h2>
      <QuestionList
        title="To wait for or to design around"
        questions={waiting.families.map(({ question }) => question)}
        inAll={waiting.inAll}
        note={`of ${waiting.of} loaded families of others in the cells that are in`}
      />
      <QuestionList
        title="Cross-licences"
        questions={crossLicences.pairs.map(({ question }) => question)}
        inAll={crossLicences.inAll}
        note={`a block is told by ${crossLicences.variant}`}
      />
      <QuestionList
        title="Own families to let go"
        questions={lettingGo.families.map(({ question }) => question)}
        inAll={lettingGo.inAll}
        note={ofOwn.join("; ")}
      />
      <Against report={report} />
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly questions: readonly string[];
  readonly inAll: number;
  readonly note: string;
}

function QuestionList({ title, questions, inAll, note }: ListProps) {
  return (
    <details>
      <summary>
        {title}: {inAll === 0 ? "none" : inAll > questions.length ? `${questions.length} of ${inAll}` : inAll}{" "}
        {note !== "" && <span className="note">({note})</span>}
      </summary>
      {questions.length === 0 ? (
        <p className="no-data">No question comes of what is loaded, which is no clearance.</p>
      ) : (
        <ol>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** What the home could keep from the named other by patents, which the plan does not seek. */
function Against({ report: { against, plan } }: { readonly report: PlanReport }) {
  if (against === null) return null;
  const told = (usdAYear: { readonly low: number; readonly high: number } | null): string =>
    usdAYear === null ? "unknown" : `at most ${usd(usdAYear.high)} a year`;
  return (
    <p>
      Beside the plan, which does not seek it: what {plan.home} could keep from the market of {plan.against} by patents is{" "}
      {told(against.today.usd)} today, and {told(against.withPlan)} if a patent of each programme were granted and in force there; licences
      are unknown, so that it may be nothing.
    </p>
  );
}
