import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { patentView } from "../../../src/report/patents/patent.ts";
import { technologyPatentsView } from "../../../src/report/patents/technology-patents.ts";
import { questionPath, useAnswer } from "../api/client.ts";
import { PartEvidence } from "../evidence-section.tsx";
import type { PanelContext, ViewContext } from "../state/panel-context.ts";
import { Trouble } from "../trouble.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { WithCode } from "../view/with-code.tsx";
import { ExpiryChart } from "./expiry-chart.tsx";

/** Who holds the patents of a technology, what others build on, what lapses when. Asked for only where the card knows of any. */
export function PatentSection({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) {
  const { patents, patentsReason, id } = card;
  const answer = useAnswer<TechnologyPatents>(patents === null ? null : `/api/technologies/${encodeURIComponent(id)}/patents`);
  const report = answer.value?.technology.id === id ? answer.value : null;
  return (
    <section aria-busy={answer.waiting}>
      <h3>Patents</h3>
      {patents === null ? (
        <p className="no-data">Unknown. {patentsReason}</p>
      ) : (
        <p>
          <WithCode text={patents.finding} />
        </p>
      )}
      {answer.error && <Trouble error={answer.error} again={answer.again} />}
      {patents !== null && report === null && !answer.error && <p role="status">Asking for its patents …</p>}
      {report && <Report report={report} context={context} />}
    </section>
  );
}

function Report({ report, context }: { readonly report: TechnologyPatents; readonly context: PanelContext }) {
  const { blocks, details } = technologyPatentsView(report);
  return (
    <>
      <ViewBlocks blocks={blocks} context={context} level={4} />
      <ExpiryChart report={report} context={context} />
      <ViewBlocks blocks={[]} details={details} context={context} level={4} />
      <PartEvidence evidence={report.evidence} />
    </>
  );
}

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
      <p>
        <WithCode text={finding} />
      </p>
      <ViewBlocks blocks={blocks} details={details} context={context} />
      <section>
        <PartEvidence evidence={card.evidence} level="h3" />
      </section>
    </>
  );
}
