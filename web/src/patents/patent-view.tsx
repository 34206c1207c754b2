import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import { patentView } from "../../../src/report/patents/patent.ts";
import { questionPath } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PartEvidence } from "../evidence-section.tsx";
import { Trouble } from "../trouble.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import type { ViewContext } from "../view/view-context.ts";

interface ViewProps {
  /** The number as it stands in the address. */
  readonly document: string;
  readonly context: ViewContext;
}

/** What is known of one document. */
export function PatentView({ document, context }: ViewProps) {
  const answer = useAnswer<PatentCard>(questionPath("/api/patent", { number: document }));
  if (answer.error) return <Trouble error={answer.error} again={answer.again} />;
  if (answer.waiting || answer.value === null) return <p role="status">Asking …</p>;
  const card = answer.value;
  const { finding, blocks, details } = patentView(card);
  return (
    <>
      <h2>{card.title ?? "Title unknown"}</h2>
      <p>{finding}</p>
      <ViewBlocks blocks={blocks} details={details} context={context} />
      <section>
        <PartEvidence evidence={card.evidence} level="h3" />
      </section>
    </>
  );
}
