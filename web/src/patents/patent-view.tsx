import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import { count, number } from "../../../src/base/format.ts";
import { questionPath } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PartEvidence } from "../evidence-section.tsx";
import { TechnologyLink } from "../list/technology-link.tsx";
import type { Go } from "../state/use-page.ts";
import { Trouble } from "../trouble.tsx";
import { lifeWords, termWords } from "./patent-words.ts";

interface ViewProps {
  /** The number as it stands in the address. */
  readonly document: string;
  readonly go: Go;
}

/** What is known of one document. */
export function PatentView({ document, go }: ViewProps) {
  const answer = useAnswer<PatentCard>(questionPath("/api/patent", { number: document }));
  if (answer.error) return <Trouble error={answer.error} again={answer.again} />;
  if (answer.waiting || answer.value === null) return <p role="status">Asking …</p>;
  return (
    <>
      <Facts card={answer.value} go={go} />
      <Measures card={answer.value} />
      <section>
        <p className="note">
          References, events and neighbours: <code>levermap patent {answer.value.document}</code>
        </p>
        <PartEvidence evidence={answer.value.evidence} />
      </section>
    </>
  );
}

function Facts({ card, go }: { readonly card: PatentCard; readonly go: Go }) {
  const granted = card.granted === null ? "grant unknown" : card.granted ? "granted" : "not granted";
  const holders = card.holders.map(({ name, printed, role }) => `${name ?? printed} (${role})`);
  return (
    <>
      <h2>{card.title ?? "Title unknown"}</h2>
      <p className="note">
        <code>{card.document}</code> {[card.type ?? "type unknown", granted, card.day ?? "day unknown"].join(", ")}
      </p>
      <p>{card.finding}</p>
      <dl>
        <dt>Holder</dt>
        <dd>{holders.length > 0 ? [...new Set(holders)].join("; ") : "unknown"}</dd>
        <dt>Filed</dt>
        <dd>{card.filed ?? "unknown"}</dd>
        <dt>In force{card.inForce && ` on ${card.inForce.asOf}`}</dt>
        <dd>{lifeWords(card.inForce)}</dd>
        <dt>Term to</dt>
        <dd>{termWords(card.inForce)}</dd>
        <dt>Classes</dt>
        <dd>{card.classes.length > 0 ? [...new Set(card.classes.map(({ symbol }) => symbol))].join("; ") : "not loaded"}</dd>
        <dt>Technologies</dt>
        <dd>
          {card.technologies.length === 0 && "none by the rules"}
          {card.technologies.map(({ technology, name }, index) => (
            <span key={technology}>
              {index > 0 && ", "}
              <TechnologyLink id={technology} go={go}>
                {name ?? technology}
              </TechnologyLink>
            </span>
          ))}
        </dd>
      </dl>
    </>
  );
}

type Dispersion = PatentCard["citations"]["generality"];

function Measures({ card: { citations } }: { readonly card: PatentCard }) {
  return (
    <section>
      <h3>What builds on it</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className="figure">
              Value
            </th>
            <th scope="col">Rests on</th>
          </tr>
        </thead>
        <tbody>
          <DispersionRow title="Originality" value={citations.originality} what="cited documents" />
          <DispersionRow title="Generality" value={citations.generality} what="citing documents" />
          {(citations.disruption ?? []).map((window) => (
            <tr key={window.windowDays}>
              <th scope="row">CD{window.windowDays === null ? "" : `, ${count(window.windowDays)} days`}</th>
              <td className="figure">{number(window.withNk)}</td>
              <td>
                {window.ni} cite it alone, {window.nj} also what it cites, {window.nk} only that; without n_k {number(window.withoutNk)}
                {window.open && "; the window is open"}
              </td>
            </tr>
          ))}
          {citations.disruption === null && (
            <tr>
              <th scope="row">CD</th>
              <td className="figure">unknown</td>
              <td>{citations.disruptionReason}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

interface DispersionProps {
  readonly title: string;
  readonly value: Dispersion;
  readonly what: string;
}

function DispersionRow({ title, value, what }: DispersionProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="figure">{number(value?.value ?? null)}</td>
      <td>{value === null ? "nothing loaded" : `${value.classified} of ${value.of} ${what} with a class`}</td>
    </tr>
  );
}
