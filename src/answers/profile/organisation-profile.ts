import { LevermapError } from "../../base/errors.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { listed } from "../../base/words.ts";
import { nameKey } from "../../link/name-key.ts";
import { nearNames } from "../../link/near-name.ts";
import { isRunning } from "../../measure/supply/making-checks.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import type { ControlData } from "../screen/control-data.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { economyName } from "../shared/names.ts";
import { publishedCounts } from "../shared/published-counts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { dependences, namesOf } from "./dependences.ts";
import { controlsNaming, controlsOnSales, effectLines, isSome, organisationLines, plantLines, shareOf } from "./lines.ts";
import { needsOf } from "./needs.ts";
import { ordersOn } from "./orders.ts";
import type { OrganisationProfile } from "./profile-report.ts";

/** All that the facts tell of an organisation. Throws LM_ORGANISATION_UNKNOWN. */
export async function answerOrganisation(read: ReadModel, wanted: string, data: ControlData): Promise<OrganisationProfile> {
  const row = requireOrganisation(read, wanted);
  const { id } = row;
  const own = new Set([id]);
  const held = organisationLines(read, id);
  const plants = plantLines(read, ({ owner }) => owner === id);
  const running = read.plantsKnown.filter((plant) => plant.owner === id && isRunning(plant));
  const sold = held.newest.filter(({ low, high }) => (high ?? low ?? 0) > 0);
  const made = [...new Set([...sold, ...running].map(({ technology }) => technology))];
  const makes = made.flatMap((technology) => read.map.indexOf.get(technology) ?? []);
  const seat = new Set(row.economy === null ? [] : [row.economy]);
  const profile = {
    organisation: id,
    name: row.name,
    asOf: read.map.asOf,
    otherNames: (read.organisationNames.get(id) ?? []).map(({ name, language, kind }) => ({ name, language, kind })),
    economy: row.economy,
    economyName: row.economy === null ? null : economyName(read, row.economy),
    exchange: row.exchange,
    ticker: row.ticker,
    holds: held.newest,
    history: held.older,
    plants,
    dependsOn: dependences(read, seat, needsOf(read, makes, namesOf(read, [id, ...seat]))),
    listed: await listingsOf(read, id, data),
    orders: ordersOn(await data.timeline(), namesIn(read, row), read.map.asOf),
    controlsOn: controlsNaming(read, id),
    controlsOnSales: controlsOnSales(read, id, made, namesOf(read, seat)),
    patents: publishedCounts(
      read,
      read.beside.patent_count.filter(({ holder }) => own.has(holder)),
    ),
    effects: effectLines(read, own),
    unknown: [
      ...(held.newest.every(({ together }) => together.length > 0) ? ["its own part of any market"] : []),
      ...(plants.length === 0 ? ["where it makes"] : []),
      ...(row.economy === null ? ["its seat"] : []),
    ],
  };
  const facts = [...profile.holds, ...profile.plants, ...profile.effects];
  return {
    finding: findingOf(profile),
    ...profile,
    evidence: evidenceOf(read, {
      grade: weakest(facts.map(({ grade }) => grade)),
      sources: [
        ...facts,
        ...profile.history,
        ...profile.orders,
        ...profile.controlsOn,
        ...profile.controlsOnSales,
        ...profile.patents,
        row,
      ].map(({ source }) => source),
      rules: ["method:shares", "method:what-makers-need"],
      limits: [
        "What is not listed is not known to this map; it may exist.",
        "Its inputs are those of the technologies that it makes; from whom it buys is not known.",
        "What came with a generation of tools that is denied to it is left out: it makes without.",
        "A name that is on no loaded list is not cleared.",
      ],
    }),
  };
}

const namesIn = ({ organisationNames }: ReadModel, { id, name }: Row<"organisation">): readonly string[] => [
  name,
  ...(organisationNames.get(id) ?? []).map((each) => each.name),
];

/** An organisation by id or by any of its names. Throws LM_ORGANISATION_UNKNOWN, which names those that are near. */
function requireOrganisation(read: ReadModel, wanted: string): Row<"organisation"> {
  const { organisations } = read;
  const key = nameKey(wanted);
  const all = [...organisations.values()];
  const found = organisations.get(wanted) ?? all.find((row) => [row.id, ...namesIn(read, row)].some((name) => nameKey(name) === key));
  if (found !== undefined) return found;
  const near = nearNames(
    wanted,
    all.map(({ name }) => name),
    3,
  );
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new LevermapError("LM_ORGANISATION_UNKNOWN", `There is no organisation "${wanted}" in this workspace.${hint}`, {
    organisation: wanted,
    near,
  });
}

/** Entries of lists in force that the organisation is; `null`: no list is loaded. */
async function listingsOf({ map }: ReadModel, id: string, data: ControlData): Promise<OrganisationProfile["listed"]> {
  const lists = await data.lists();
  if (lists === null) return null;
  const [{ byEntry }, on] = [await lists.atlas(), await lists.on({ day: map.asOf, by: "effective" })];
  return [...byEntry].flatMap(([entry, { organisation }]) => {
    const [row, standing] = [lists.byEntry.get(entry), on.standing(entry)];
    if (organisation !== id || row === undefined || standing === null || !isListed(standing)) return [];
    return [{ list: row.list, entry, name: row.name, published: row.published }];
  });
}

function findingOf(profile: Omit<OrganisationProfile, "finding" | "evidence">): string {
  const { name, economyName: seat, holds, plants, listed: lists, orders, dependsOn } = profile;
  const has =
    hasWords(holds) ??
    (plants.length > 0 ? say("organisation-profile.has-plants-on-record", { plants: plants.length }) : "has no known share of a market");
  const on = lists !== null && lists.length > 0 ? say("organisation-profile.it-stands-on-control", { lists: lists.length }) : "";
  const named =
    orders.length > 0 ? say("organisation-profile.rules-or-orders-name", { name: orders.length, inForce: inForceWords(orders) }) : "";
  return `${name}${seat === null ? "" : ` (${seat})`} ${has}.${on}${named}${needsWords(dependsOn)}`;
}

/** Since when the first of some rules counts that is in force: `, in force since 2022-12-16`. */
function inForceWords(orders: OrganisationProfile["orders"]): string {
  const since = orders.flatMap((order) => (order.state === "in force" ? (order.since ?? []) : [])).sort();
  return since.length === 0
    ? ""
    : say("organisation-profile.in-force-since", { theFirst: orders.length === 1 ? "" : "the first ", since: since[0] });
}

/** Its greatest shares, those of late first; those with others only where it has none of its own. `null`: none is known. */
function hasWords(holds: OrganisationProfile["holds"]): string | null {
  const known = holds.filter(isSome);
  const own = known.filter(({ together }) => together.length === 0);
  const distinct = own.filter(({ technology }, at) => own.findIndex((line) => line.technology === technology) === at);
  const most = [...distinct].sort((a, b) => Number(a.old) - Number(b.old)).slice(0, 2);
  if (most.length > 0) return say("organisation-profile.has", { most: listed(most.map(shareOf)) });
  const [joint] = known;
  return joint === undefined
    ? null
    : say("organisation-profile.has-no-known-share", { together: listed(joint.together), share: shareOf(joint) });
}

function needsWords([need]: OrganisationProfile["dependsOn"]): string {
  if (need === undefined) return "";
  const who = need.sure ? "What it makes needs" : "Some makers of such need";
  return say("organisation-profile.of-which-holds", {
    who,
    name: need.name,
    holderName: need.holderName,
    share: percentRange(need.share[0], need.share[2]),
  });
}
