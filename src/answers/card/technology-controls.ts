import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { listed, spaced } from "../../base/words.ts";
import {
  type ControlRows,
  membersOf,
  type TechnologyControl,
  type TechnologyControls,
  technologyControls,
} from "../../screen/technology-controls.ts";
import type { ControlData } from "../screen/control-data.ts";
import type { Grade } from "../shared/evidence.ts";
import { againstWords, economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ListedDealers } from "./listed-dealers.ts";
import type { CardControl, CardControls } from "./technology-card-controls.ts";

/** What cards and maps read of controls. */
export interface ControlsRead {
  readonly rows: ControlRows;
  readonly listed: ListedDealers;
}

/** All that is known of controls on technologies. */
export async function controlRows({ map, codes }: ReadModel, data: ControlData): Promise<ControlRows> {
  const { withheld, reach, family_member: members } = map.rows;
  const families = new Map(members.map(({ member, family }) => [member, family]));
  return { withheld, reach, codes, families, timeline: await data.timeline(), items: await data.items() };
}

/** What the card of a technology tells of the controls that bite on it on the day the map is read as of; what was published later was not to be known. */
export function cardControls(read: ReadModel, { rows, listed }: ControlsRead, technology: string): CardControls {
  const members = new Set(membersOf(technology, rows.families));
  const all = technologyControls(rows, technology, read.map.asOf);
  const found = { ...all, toCome: all.toCome.filter(({ published }) => published !== null && published <= all.day) };
  const { day, items, customs } = found;
  const line = (control: TechnologyControl): CardControl => controlLine(control, linkOf(control, technology, members), read, rows);
  return {
    day,
    finding: controlsFinding(found, members, read),
    inForce: inForceOf(found).map(line),
    toCome: found.toCome.map(line),
    suspended: found.suspended.map(line),
    ended: found.ended.map(line),
    items: items.map(({ on, ...item }) => ({ ...item, technology: on })),
    listed: listed === null ? null : (listed.get(technology) ?? []),
    customs: customs.map(({ on, ...code }) => ({ ...code, technology: on })),
    limits: controlLimits(found, rows, listed),
  };
}

const inForceOf = ({ byIssuer }: TechnologyControls): readonly TechnologyControl[] => byIssuer.flatMap(({ controls }) => controls);

const linkOf = ({ on }: TechnologyControl, technology: string, members: ReadonlySet<string>): CardControl["link"] => ({
  technology: on,
  rule: on === technology ? "named" : on === "*" ? "all" : members.has(on) ? "member" : "family",
});

function controlsFinding(
  { day, byIssuer, toCome, suspended, items }: TechnologyControls,
  members: ReadonlySet<string>,
  read: ReadModel,
): string {
  const issuers = byIssuer.map(({ issuer }) => economyName(read, issuer));
  const controls = byIssuer.flatMap(({ controls: each }) => each);
  const count = controls.length;
  const below = controls.filter(({ on }) => members.has(on)).length;
  const folded = below > 0 ? say("technology-controls.of-them-on-what", { below: String(below) }) : "";
  const coming = toCome.length > 0 ? say("technology-controls.more-published-not-in", { toCome: String(toCome.length) }) : "";
  const over = suspended.filter(({ state }) => state !== "suspended").length;
  const paused = suspended.length > over ? say("technology-controls.more-suspended", { suspended: String(suspended.length - over) }) : "";
  const perhaps = over > 0 ? say("technology-controls.more-in-force-again", { over: String(over) }) : "";
  const linked =
    items.length > 0
      ? say("technology-controls.linked-of-a-control", { items: String(items.length), entry: items.length === 1 ? "entry" : "entries" })
      : "";
  if (count === 0)
    return `${say("technology-controls.no-control-on-it", { day })} ${say("technology-controls.that-is-not-clearance")}${coming}${paused}${perhaps}${linked}`;
  return `${say("technology-controls.at-least-controls-of", { controls: count, issuers: listed(issuers), day, folded })}${coming}${paused}${perhaps}${linked}`;
}

const kindWords: Readonly<Record<CardControl["kind"], string>> = {
  item: "item rule",
  "listed-party": "listed party",
  "direct-product": "direct product rule",
  content: "content rule",
  nationality: "rule on persons",
};

function controlLine(control: TechnologyControl, link: CardControl["link"], read: ReadModel, { reach }: ControlRows): CardControl {
  const { organisations } = read;
  const { on: _, ...facts } = control;
  const row = control.kind === "reach" ? reach.find(({ id }) => id === control.id) : undefined;
  const made = row && madeAbroad(row, organisations.get(row.provider)?.name ?? row.provider);
  const kind = row ? (row.rule as CardControl["kind"]) : organisations.has(control.against) ? "listed-party" : "item";
  return {
    ...facts,
    kind,
    kindWords: kindWords[kind],
    what: made ?? spaced(control.what),
    exempt: row?.exempt ?? null,
    againstWords: againstWords(read, control.against, row?.exempt ?? null),
    grade: control.grade as Grade,
    link,
  };
}

function madeAbroad({ made_in: place, low, high }: Row<"reach">, provider: string): string {
  const part = low === null || high === null || (low === 0 && high === 1) ? "part unknown" : percentRange(low, high);
  return say("technology-controls.made", {
    provider,
    anywhere: place === "*" ? "anywhere" : say("technology-controls.in", { place }),
    part,
  });
}

/** What the answer cannot know of the day, each in one sentence; only what holds of what is loaded. */
function controlLimits(found: TechnologyControls, { timeline: { end } }: ControlRows, listed: ListedDealers): readonly string[] {
  const { day, items } = found;
  const controls = inForceOf(found);
  const of = (basis: TechnologyControl["basis"]): number => controls.filter((control) => control.basis === basis).length;
  return [
    "Only loaded controls are shown: an absence is not clearance.",
    of("publication") > 0 ? say("technology-controls.of-them-have-no", { ofIt: String(of("publication")) }) : "",
    of(null) > 0 ? say("technology-controls.of-them-have-no-date", { ofIt: String(of(null)) }) : "",
    end === null
      ? "No timeline of rules is loaded: changed, suspended and ended rules do not show here."
      : day > end
        ? say("technology-controls.the-loaded-timeline-of", { end })
        : "",
    listed === null ? "No list of parties is loaded, so listed parties are unknown. `levermap load csl` adds one." : "",
    items.some(({ edition }) => edition === null)
      ? `No edition of the control list in use on ${day} is loaded, so reasons for control are unknown. \`levermap load ccl\` adds one.`
      : "",
  ].filter((text) => text !== "");
}
