import { memo } from "react";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import { SourceList } from "./panel/source-list.tsx";
import { WithCode } from "./view/with-code.tsx";
import { gradeMeaning } from "./words/words.ts";

/** What the page rests on: weakest grade, limits, rules, loads, documents. */
export const EvidenceSection = memo(function EvidenceSection({ evidence }: { readonly evidence: Evidence }) {
  return (
    <section className="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">What this rests on</h2>
      <p>Weakest grade of what is used: {gradeMeaning(evidence.grade)}.</p>
      <EvidenceLines title="What it cannot know" lines={evidence.limits} />
      <EvidenceBasis evidence={evidence} />
      {evidence.documents.length > 0 && (
        <details>
          <summary>Documents ({evidence.documents.length})</summary>
          <SourceList documents={evidence.documents} />
        </details>
      )}
    </section>
  );
});

/** What a part of the panel cannot know, and what it rests on. */
export function PartEvidence({ evidence, level = "h4" }: { readonly evidence: Evidence; readonly level?: Level }) {
  return (
    <>
      <EvidenceLines title="What this cannot know" lines={evidence.limits} level={level} />
      <details>
        <summary>What this rests on</summary>
        <p>Weakest grade of what is used: {gradeMeaning(evidence.grade)}.</p>
        <EvidenceBasis evidence={evidence} level={level} />
        <SourceList documents={evidence.documents} />
      </details>
    </>
  );
}

type Level = "h3" | "h4";

function EvidenceBasis({ evidence, level = "h3" }: { readonly evidence: Evidence; readonly level?: Level }) {
  return (
    <>
      <EvidenceLines title="Rules of the method" lines={evidence.rules.map(ruleWords)} level={level} />
      <EvidenceLines
        title="Loaded data"
        lines={evidence.loads.map((load) => `${load.source}${load.edition ? `, edition ${load.edition}` : ""} (${load.id})`)}
        level={level}
      />
    </>
  );
}

/** `method:the-licence-question` as words. */
const ruleWords = (rule: string): string => (rule.startsWith("method:") ? rule.slice("method:".length).replaceAll("-", " ") : rule);

function EvidenceLines({ title, lines, level: Title = "h3" }: { title: string; lines: readonly string[]; level?: Level }) {
  if (lines.length === 0) return null;
  return (
    <>
      <Title>{title}</Title>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <WithCode text={line} />
          </li>
        ))}
      </ul>
    </>
  );
}
