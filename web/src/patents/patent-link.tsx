import { PageLink } from "../list/page-link.tsx";
import type { Go } from "../state/use-page.ts";

/** The number of a document as a link: shows it in the panel. */
export function PatentLink({ document, go }: { readonly document: string; readonly go: Go }) {
  return (
    <PageLink change={{ patent: document }} go={go} data-patent={document}>
      {document}
    </PageLink>
  );
}
