import type { CardControl, CardControls } from "../../../src/answers/card/technology-card-controls.ts";
import { counted } from "../../../src/base/format.ts";
import { EconomyName } from "../list/economy-name.tsx";
import type { PanelContext } from "./context.ts";
import { ListedParties } from "./listed-parties.tsx";
import { SourceRef } from "./source-list.tsx";

interface ControlProps {
  readonly controls: CardControls;
  readonly context: PanelContext;
}

/** The controls that bite on a technology on the day of the map, what is to come, what is suspended and what has ended. */
export function ControlSection({ controls, context }: ControlProps) {
  const { finding, inForce, toCome, suspended, ended, limits } = controls;
  return (
    <section>
      <h3>Controls</h3>
      <p className={inForce.length === 0 ? "no-data" : undefined}>{finding}</p>
      <ControlList controls={inForce} context={context} />
      {toCome.length > 0 && (
        <>
          <h4>Published, not in force yet</h4>
          <ControlList controls={toCome} context={context} />
        </>
      )}
      {suspended.length > 0 && (
        <>
          <h4>Suspended, or in force again unless the suspension was extended</h4>
          <ControlList controls={suspended} context={context} />
        </>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{counted(ended.length, "control that has ended", "controls that have ended")}</summary>
          <ControlList controls={ended} context={context} />
        </details>
      )}
      <ItemList controls={controls} context={context} />
      <ListedParties controls={controls} context={context} />
      <h4>What this cannot know</h4>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

function ControlList({ controls, context }: { readonly controls: readonly CardControl[]; readonly context: PanelContext }) {
  const { names, palette, documents } = context;
  return (
    <ul className="controls">
      {controls.map((control) => (
        <li key={`${control.id} ${control.link.technology}`}>
          <EconomyName id={control.issuer} names={names} palette={palette} />: {control.kindWords} ({control.what}) against{" "}
          {control.againstWords}. {control.citation}
          {control.rule?.state && `, rule ${control.rule.state}`} <SourceRef id={control.source} documents={documents} />
          <div className="note">
            {dates(control)}; {link(control, context)}
            {control.note && `; ${control.note}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Each of the dates that is known, and which of them counts. */
function dates({ published, effective, until, basis, state, suspendedBy, suspendedUntil }: CardControl): string {
  const parts = [
    effective && `in force from ${effective}`,
    published && `published ${published}${basis === "publication" ? ", which counts for want of a day of effect" : ""}`,
    basis === null && "start unknown",
    until && `until ${until}`,
    suspendedBy && suspension(state, suspendedBy, suspendedUntil),
  ];
  return parts.filter(Boolean).join(", ");
}

const suspension = (state: CardControl["state"], by: string, last: string | null): string =>
  state === "suspension ended unless extended"
    ? `its suspension by ${by} ended${last === null ? "" : ` after ${last}`} unless extended`
    : `suspended ${last === null ? "" : `until ${last} `}by ${by}`;

function link({ link: { rule, technology } }: CardControl, { technologies }: PanelContext): string {
  if (rule === "named") return "names this technology";
  if (rule === "all") return "names no technology, so all";
  const name = technologies.get(technology) ?? technology;
  return rule === "member" ? `names ${name}, which folds into it` : `names its family ${name}`;
}

const relations: Readonly<Record<string, string>> = {
  covers: "the entry holds more than this",
  same: "the entry holds just this",
  part: "the entry holds part of this",
};

function ItemList({ controls: { items, day }, context }: ControlProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>Entries of control lists</h4>
      <ul className="controls">
        {items.map((item) => (
          <li key={`${item.item} ${item.technology}`}>
            <code>{item.item}</code>{" "}
            {item.reasons === null ? `no edition in use on ${day} is loaded, so its reasons are unknown` : reasons(item.reasons)}{" "}
            <SourceRef id={item.source} documents={context.documents} />
            <div className="note">
              {[
                relations[item.relation] ?? item.relation,
                item.edition && `edition of ${item.edition}`,
                `linked to ${context.technologies.get(item.technology) ?? item.technology}`,
                item.note,
              ]
                .filter(Boolean)
                .join("; ")}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function reasons(told: NonNullable<CardControls["items"][number]["reasons"]>): string {
  const part = (covers: string): string => (covers === "all" ? "" : covers === "part" ? " for part of it" : ", may apply");
  return (
    told.map(({ reason, covers, destinations }) => `${reason ?? "other reason"}${part(covers)}: ${destinations}`).join("; ") ||
    "no reason applies"
  );
}
