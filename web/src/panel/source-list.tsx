import type { SourceDocument } from "../../../src/answers/shared/evidence.ts";
import { safeAddress } from "../../../src/base/web-address.ts";

/** Title of a document, as a link where its address is one of the web. */
export function DocumentTitle({ document }: { readonly document: SourceDocument }) {
  const address = safeAddress(document.url);
  if (address === null) return <cite>{document.title}</cite>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <cite>{document.title}</cite>
    </a>
  );
}

export function SourceList({ documents }: { readonly documents: readonly SourceDocument[] }) {
  return (
    <ol className="sources">
      {documents.map((document) => {
        const rest = [
          document.publisher,
          document.year,
          document.locator,
          document.access === "secondary" ? "read in a secondary source" : null,
        ];
        return (
          <li key={document.id}>
            <DocumentTitle document={document} /> {rest.filter((part) => part !== null && part !== "").join(", ")}{" "}
            <code>{document.id}</code>
          </li>
        );
      })}
    </ol>
  );
}

/** A document named by its id beside a figure. */
export function SourceRef({ id, documents }: { readonly id: string | null; readonly documents: readonly SourceDocument[] }) {
  if (id === null) return null;
  const document = documents.find((entry) => entry.id === id);
  return <span>{document ? <DocumentTitle document={document} /> : <code>{id}</code>}</span>;
}
