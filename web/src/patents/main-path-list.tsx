import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { number } from "../../../src/base/format.ts";
import { listed } from "../../../src/base/words.ts";
import type { Go } from "../state/use-page.ts";
import { PatentLink } from "./patent-link.tsx";

interface PathProps {
  readonly report: TechnologyPatents;
  readonly go: Go;
}

/** The document the main path leads through, and the path, oldest first. */
export function MainPathList({ report, go }: PathProps) {
  const { seed, mainPath } = report;
  if (seed === null) return <p className="no-data">Unknown: nothing loaded is cited within the technology.</p>;
  return (
    <>
      <p>
        Through <PatentLink document={seed.document} go={go} />, {seed.chosen}: cited by {seed.citedBy} loaded documents, {seed.citedWithin}{" "}
        of them within. Generality {number(seed.generality)}, of {seed.generalityDocuments} citing documents with a class; CD{" "}
        {number(seed.disruption)}, without n_k {number(seed.disruptionWithoutReferences)}.
      </p>
      <ol className="main-path">
        {mainPath.map((line) => (
          <li key={line.document}>
            <PatentLink document={line.document} go={go} /> <span className="note">{line.year ?? "year unknown"}</span>{" "}
            {line.title ?? <span className="note">title unknown</span>}
            <div className="note">
              {line.holders.length > 0 ? listed(line.holders) : "holder unknown"}
              {line.leadsTo.length > 0 && `; leads to ${listed(line.leadsTo)}`}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
