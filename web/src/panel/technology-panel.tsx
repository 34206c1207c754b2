import { type KeyboardEvent, type RefObject, useContext, useEffect, useRef } from "react";
import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import type { CardControls } from "../../../src/answers/card/technology-card-controls.ts";
import type { ChokepointReport } from "../../../src/answers/supply/chokepoint-report.ts";
import { controlTables, endedControls } from "../../../src/report/card/card-controls.ts";
import { cardFacts, codeTable, parameterTable, plantTable, productList } from "../../../src/report/card/card-facts.ts";
import { edgeTables } from "../../../src/report/card/edges.ts";
import { remedyBlocks } from "../../../src/report/supply/chokepoint-remedy.ts";
import { scoreBlocks } from "../../../src/report/supply/chokepoint-score.ts";
import type { Block } from "../../../src/report/view.ts";
import { onward } from "../../../src/site/onward.ts";
import { pathOf } from "../../../src/site/paths.ts";
import { questionPath, useAnswer } from "../api/client.ts";
import { Whisker } from "../list/whisker.tsx";
import { PatentSection, PatentView } from "../patents/patent-section.tsx";
import { handedOn } from "../state/handed-on.ts";
import { nameIn, type PageContext, type PanelContext } from "../state/panel-context.ts";
import { PlaceContext } from "../state/place.ts";
import { Trouble } from "../trouble.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { WithCode } from "../view/with-code.tsx";
import { missing } from "../words/words.ts";
import { HalfLifeSection } from "./half-life-section.tsx";
import { ShareSection } from "./share-section.tsx";
import { SourceList } from "./source-list.tsx";

interface PanelProps {
  readonly id: string;
  /** The document that is shown in place of the technology. */
  readonly patent: string | null;
  readonly close: () => void;
  readonly context: PageContext;
}

/**
 * All that is known of one technology, or of one document opened from it. Takes the focus when it opens; Escape goes back from the
 * document, then closes it.
 */
export function TechnologyPanel({ id, patent, close, context }: PanelProps) {
  const answer = useAnswer<TechnologyCard>(questionPath(`/api/technologies/${encodeURIComponent(id)}`, { home: context.home }));
  const chokepoints = useAnswer<ChokepointReport>(questionPath("/api/chokepoints", { home: context.home }));
  const panel = usePanelFocus(id, patent);
  const back = (): void => context.go({ patent: null });
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    if (patent === null) close();
    else back();
  };
  const card = answer.value?.id === id ? answer.value : null;
  const name = context.technologies.get(id) ?? id;
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={patent ?? name} aria-busy={answer.waiting} onKeyDown={closeOnEscape}>
      <div className="panel-bar">
        {patent !== null && (
          <button type="button" className="back" onClick={back}>
            Back to {name} <kbd>Esc</kbd>
          </button>
        )}
        <button type="button" onClick={close}>
          Close {patent === null && <kbd>Esc</kbd>}
        </button>
      </div>
      {patent !== null && <PatentView document={patent} context={context} />}
      <div hidden={patent !== null}>
        {answer.error && <Trouble error={answer.error} again={answer.again} />}
        {card === null && !answer.error && <p role="status">Asking …</p>}
        {card && <Card card={card} report={chokepoints.value} context={{ ...context, documents: card.documents }} />}
        {chokepoints.error && <Trouble error={chokepoints.error} again={chokepoints.again} />}
      </div>
    </aside>
  );
}

interface CardProps {
  readonly card: TechnologyCard;
  readonly report: ChokepointReport | null;
  readonly context: PanelContext;
}

function Card({ card, report, context }: CardProps) {
  const name = nameIn(context);
  const { state } = useContext(PlaceContext);
  const own = pathOf({ to: "technology", id: card.id, home: context.home ?? undefined });
  const page = onward(own, handedOn(state));
  const ranked = [...(report?.ranked ?? []), ...(report?.finalProducts ?? []), ...(report?.unplaced ?? [])].find(
    (entry) => entry.technology === card.id,
  );
  return (
    <>
      <h2>{card.name}</h2>
      <p className="note">
        <code>{card.id}</code> <a href={page}>Page of this technology</a>
      </p>
      {card.description && <p>{card.description}</p>}
      <ViewBlocks blocks={[cardFacts(card, name), productList(card, name)]} context={context} />
      {ranked && report && <ViewBlocks blocks={scoreBlocks(ranked, report)} context={context} />}
      {report?.notApplicable
        .filter(({ technology }) => technology === card.id)
        .map(({ technology, reason }) => (
          <section key={technology}>
            <h3>Score not applicable: {reason}</h3>
          </section>
        ))}
      {report?.unknown.includes(card.id) && (
        <section>
          <h3>Score unknown: anywhere from 0 to 100% of final output</h3>
          <p className="measure">
            <Whisker interval={null} dark={context.dark} />
          </p>
          <p className="no-data">{missing("no share of this technology is known", "shares.csv")}</p>
        </section>
      )}
      <HalfLifeSection card={card} context={context} />
      <ShareSection card={card} context={context} />
      {ranked && report && <ViewBlocks blocks={remedyBlocks(ranked, report)} context={context} />}
      <PatentSection card={card} context={context} />
      <Part blocks={edgeTables(card)} context={context} />
      <ControlSection controls={card.controlsInForce} context={context} />
      <Part blocks={[parameterTable(card, name)]} context={context} />
      <Part blocks={[plantTable(card, name)]} context={context} />
      <Part blocks={[codeTable(card)]} context={context} />
      <section>
        <h3>Sources</h3>
        {card.documents.length === 0 ? (
          <p className="no-data">{missing("no document is named", "sources.csv")}</p>
        ) : (
          <SourceList documents={card.documents} />
        )}
      </section>
    </>
  );
}

/**
 * Where the focus goes in the panel: to its top with another technology or document, and with the way back from a document to the link
 * that opened it.
 */
export function usePanelFocus(id: string, patent: string | null): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  const last = useRef<{ readonly id: string; readonly patent: string | null }>({ id: "", patent: null });
  useEffect(() => {
    const left = last.current;
    last.current = { id, patent };
    const opener =
      patent === null && left.patent !== null && left.id === id
        ? panel.current?.querySelector<HTMLElement>(`[data-patent="${CSS.escape(left.patent)}"]`)
        : null;
    if (opener) {
      opener.focus();
      return;
    }
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo(0, 0);
  }, [id, patent]);
  return panel;
}

const Part = ({ blocks, context }: { readonly blocks: readonly Block[]; readonly context: PanelContext }) => (
  <section>
    <ViewBlocks blocks={blocks} context={context} />
  </section>
);

/** The controls on a technology on the day of the map, what is to come, what is suspended and what has ended. */
function ControlSection({ controls, context }: { readonly controls: CardControls; readonly context: PanelContext }) {
  const { finding, inForce, limits } = controls;
  const { documents } = context;
  const unknown: Block = { kind: "list", title: "What this cannot know", items: limits };
  return (
    <section>
      <h3>Controls</h3>
      <p className={inForce.length === 0 ? "no-data" : undefined}>
        <WithCode text={finding} />
      </p>
      <ViewBlocks
        blocks={[...controlTables(controls, documents, nameIn(context)), unknown]}
        details={endedControls(controls, documents, nameIn(context))}
        context={context}
        level={4}
      />
    </section>
  );
}
