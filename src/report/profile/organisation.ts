import type { OrganisationProfile } from "../../answers/profile/profile-report.ts";
import { listed } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { linkedCell } from "../cell.ts";
import { stateWords } from "../controls/standing.ts";
import { filled, flexible, sparseTable, wide } from "../table-of.ts";
import type { Block, View } from "../view.ts";
import { controlTable, countTable, dependenceTable, effectTable, heldTable, plantTable } from "./profile-tables.ts";

/** What an organisation is, has of its markets, and needs, first. */
export function organisationView(profile: OrganisationProfile): View {
  const { finding, unknown, evidence } = profile;
  const sources = evidence.documents;
  return {
    finding,
    ...(unknown.length > 0 ? { limit: `Not known: ${listed(unknown)}.` } : {}),
    blocks: [
      summary(profile),
      heldTable("Shares of world supply", profile.holds, sources, { most: 6, none: "none known" }),
      ...filled([orderTable(profile.orders, { most: 3 })]),
      dependenceTable(profile.dependsOn, { most: 4 }),
    ],
    details: [
      ...filled([heldTable("Older shares", profile.history, sources)]),
      plantTable(profile.plants, sources),
      ...filled([orderTable(profile.orders)]),
      ...(profile.listed === null ? [] : [listTable(profile.listed)]),
      controlTable("Controls that name it", profile.controlsOn, sources),
      countTable(profile.patents, sources),
      effectTable(profile.effects, sources),
    ],
    more: "older shares, plants, lists, controls, patents, effects of controls",
    evidence,
  };
}

function summary({ organisation, economy, economyName, exchange, ticker, otherNames, plants, listed: lists }: OrganisationProfile): Block {
  const seat = economy === null ? "unknown" : linkedCell(economyName ?? economy, { to: "economy", id: economy });
  const on =
    lists === null
      ? "no list is loaded"
      : lists.length === 0
        ? "on no loaded list, which is not clearance"
        : lists.map(({ list }) => list).join(", ");
  return facts(null, [
    ["Id", organisation],
    ["Seat", seat],
    ["Also called", otherNames.map(({ name }) => name).join(", ")],
    ["Exchange", [exchange, ticker].filter((part) => part !== null).join(" ")],
    ["Plants on record", String(plants.length)],
    ["Control lists", on],
  ]);
}

const orderTable = (orders: OrganisationProfile["orders"], rest: { readonly most?: number } = {}) =>
  sparseTable(
    "Rules and orders that name it",
    orders,
    [
      ["issuer", ({ issuer }) => issuer],
      ["title", ({ title }) => title, flexible],
      ["state", (order) => stateWords(order), flexible],
      ["rule", ({ id }) => id, wide],
    ],
    rest,
  );

const listTable = (listings: NonNullable<OrganisationProfile["listed"]>) =>
  sparseTable(
    "Control lists in force",
    listings,
    [
      ["list", ({ list }) => list],
      ["entry", ({ entry }) => entry],
      ["name", ({ name }) => name, flexible],
      ["published", ({ published }) => published],
    ],
    { none: "on no loaded list, which is not clearance" },
  );
