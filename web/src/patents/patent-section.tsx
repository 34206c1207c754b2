import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PartEvidence } from "../evidence-section.tsx";
import type { PanelContext } from "../panel/context.ts";
import { Trouble } from "../trouble.tsx";
import { ExpiryChart } from "./expiry-chart.tsx";
import { HolderTable } from "./holder-table.tsx";
import { MainPathList } from "./main-path-list.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { statusWords } from "./patent-words.ts";

interface SectionProps {
  readonly card: TechnologyCard;
  readonly context: PanelContext;
}

/** Who holds the patents of a technology, what others build on, what lapses when. Asked for only where the card knows of any. */
export function PatentSection({ card, context }: SectionProps) {
  const { patents, patentsReason, id } = card;
  const answer = useAnswer<TechnologyPatents>(patents === null ? null : `/api/technologies/${encodeURIComponent(id)}/patents`);
  const report = answer.value?.technology.id === id ? answer.value : null;
  return (
    <section aria-busy={answer.waiting}>
      <h3>Patents</h3>
      {patents === null ? <p className="no-data">Unknown. {patentsReason}</p> : <p>{patents.finding}</p>}
      {answer.error && <Trouble error={answer.error} again={answer.again} />}
      {patents !== null && report === null && !answer.error && <p role="status">Asking for its patents …</p>}
      {report && <Report report={report} context={context} />}
    </section>
  );
}

function Report({ report, context }: { readonly report: TechnologyPatents; readonly context: PanelContext }) {
  return (
    <>
      <h4>Holders</h4>
      <HolderTable report={report} context={context} />
      <h4>Original or follow-up</h4>
      <MeasureTable report={report} />
      <h4>Expiry</h4>
      <p>In force: {statusWords(report.inForce)}.</p>
      <ExpiryChart report={report} />
      <h4>Main path of citations</h4>
      <MainPathList report={report} go={context.go} />
      <PartEvidence evidence={report.evidence} />
    </>
  );
}
