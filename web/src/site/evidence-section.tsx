import type { Evidence, SourceDocument } from "../../../src/answers/shared/evidence.ts";
import { safeAddress } from "../../../src/base/web-address.ts";
import { WithCode } from "../view/with-code.tsx";
import { gradeMeaning } from "../words/words.ts";

/** What the page rests on: weakest grade, limits, rules, loads, documents. */
export const EvidenceSection = ({ evidence: { grade, limits, rules, loads, documents } }: { readonly evidence: Evidence }) => (
  <section className="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">What this rests on</h2>
    <p>Weakest grade of what is used: {gradeMeaning(grade)}.</p>
    <EvidenceLines title="What it cannot know" lines={limits} />
    <EvidenceLines title="Rules of the method" lines={rules.map(ruleWords)} />
    <EvidenceLines
      title="Loaded data"
      lines={loads.map(({ source, edition, id }) => `${source}${edition ? `, edition ${edition}` : ""} (${id})`)}
    />
    {documents.length > 0 && (
      <details>
        <summary>Documents ({documents.length})</summary>
        <ol className="sources">
          {documents.map((document) => (
            <Source key={document.id} document={document} />
          ))}
        </ol>
      </details>
    )}
  </section>
);

/** `method:the-licence-question` as words. */
const ruleWords = (rule: string): string => (rule.startsWith("method:") ? rule.slice("method:".length).replaceAll("-", " ") : rule);

function EvidenceLines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
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

/** A document by its title, as a link where its address is one of the web. */
function Source({ document: { id, title, url, publisher, year, locator, access } }: { readonly document: SourceDocument }) {
  const address = safeAddress(url);
  const named = <cite>{title}</cite>;
  const rest = [publisher, year, locator, access === "secondary" ? "read in a secondary source" : null];
  return (
    <li>
      {address === null ? (
        named
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {named}
        </a>
      )}{" "}
      {rest.filter((part) => part !== null && part !== "").join(", ")} <code>{id}</code>
    </li>
  );
}
