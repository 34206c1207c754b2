import type { Evidence } from "../../src/answers/evidence.ts";
import { SourceList } from "./panel/source-list.tsx";
import { gradeMeaning } from "./words/words.ts";

/** What the page rests on: weakest grade, limits, rules, loads, documents. */
export function EvidenceSection({ evidence }: { readonly evidence: Evidence }) {
  return (
    <section className="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">What this rests on</h2>
      <p>Weakest grade of what is used: {gradeMeaning(evidence.grade)}.</p>
      <Lines title="What it cannot know" lines={evidence.limits} />
      <Lines title="Rules of the method" lines={evidence.rules} />
      <Lines
        title="Loaded data"
        lines={evidence.loads.map((load) => `${load.source}${load.edition ? `, edition ${load.edition}` : ""} (${load.id})`)}
      />
      {evidence.documents.length > 0 && (
        <details>
          <summary>Documents ({evidence.documents.length})</summary>
          <SourceList documents={evidence.documents} />
        </details>
      )}
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
