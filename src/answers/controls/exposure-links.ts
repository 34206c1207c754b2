import { groupBy, pick } from "../../base/collections.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { capital, spaced } from "../../base/words.ts";
import { controlState } from "../../screen/control-state.ts";
import type { Grade } from "../shared/evidence.ts";
import { againstWords, economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ExposureLink } from "./controls-report.ts";

/** A link and the technology that it links to; `*` stands for all. */
export interface Linked {
  readonly technology: string;
  readonly link: ExposureLink;
}

/** The link of a control on the day of the map. */
export function controlLink(rule: ExposureLink["rule"], control: Row<"withheld"> | Row<"reach">, read: ReadModel): Linked {
  const { technology } = control;
  const issuer = capital(economyName(read, control.issuer));
  const facts = pick(control, "citation", "published", "effective", "until");
  const what =
    "target" in control
      ? say("exposure-links.against", { issuer, classIt: spaced(control.class), against: againstWords(read, control.target) })
      : say("exposure-links.what-makes-for", {
          issuer,
          rule: spaced(control.rule),
          against: againstWords(read, control.provider),
          madeIn: madeIn(read, control),
          againstOther: againstWords(read, control.customers),
        });
  const { state } = controlState(control, read.model.timeline, read.map.asOf);
  return { technology, link: { rule, id: control.id, what, ...facts, state, source: control.source, grade: control.grade as Grade } };
}

const madeIn = (read: ReadModel, { made_in: place }: Row<"reach">): string =>
  place === "*" ? "anywhere" : say("exposure-links.in", { against: againstWords(read, place) });

const undated = { citation: null, published: null, effective: null, until: null, state: null } as const;

export const familyLink = (member: string, family: string): Linked => ({
  technology: member,
  link: { ...undated, rule: "family", id: family, what: say("exposure-links.is-touched-and-it", { family }), source: null, grade: null },
});

/** The technologies that organisations deal in, by organisation: shares of supply, plants, and what controls say that they make. */
export function dealings(read: ReadModel): ReadonlyMap<string, readonly Linked[]> {
  const { map, plants, organisations } = read;
  const shares = map.rows.share.filter((share) => share.holder_kind === "organisation");
  const reaches = map.rows.reach.filter(({ provider }) => organisations.has(provider));
  const dealt = [
    ...shares.map((share) => ({ by: share.holder, linked: shareLink(share) })),
    ...plants.map((plant) => ({ by: plant.owner, linked: plantLink(plant) })),
    ...reaches.map((reach) => ({ by: reach.provider, linked: controlLink("reach-of-provider", reach, read) })),
  ];
  return new Map([...groupBy(dealt, ({ by }) => by)].map(([organisation, own]) => [organisation, own.map(({ linked }) => linked)]));
}

function shareLink({ technology, basis, low, high, year, source, grade }: Row<"share">): Linked {
  const part = low === null || high === null ? "unknown share" : percentRange(low, high);
  const what = say("exposure-links.of-supply-by", { part, basis, year: year === null ? "" : `, ${year}` });
  return { technology, link: { ...undated, rule: "share", id: technology, what, source, grade: grade as Grade } };
}

function plantLink({ id, technology, place, economy, node, source, grade }: Row<"plant">): Linked {
  const what = say("exposure-links.plant-in", { place: place ?? economy, node: node === null ? "" : `, ${node}` });
  return { technology, link: { ...undated, rule: "plant", id, what, source, grade: grade as Grade } };
}
