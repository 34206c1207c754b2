import type { OrganisationProfile } from "../../answers/profile/profile-report.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import { stateWords } from "../controls/standing.ts";
import { filled, flexible, sparseTable } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { controlTable, countTable, dependenceTable, effectTable, heldTable, plantTable } from "./profile-tables.ts";

/** What an organisation is, has of its markets, and needs, first. */
export function organisationView(profile: OrganisationProfile): View {
  const { finding, unknown, evidence } = profile;
  const sources = evidence.documents;
  return {
    finding,
    ...(unknown.length > 0 ? { limit: say("organisation.not-known", { unknown: listed(unknown) }) } : {}),
    blocks: [
      summary(profile),
      heldTable("Shares of world supply", profile.holds, sources, { most: 6, none: "none known" }),
      dependenceTable(profile.dependsOn, { most: 5 }),
    ],
    details: [
      ...filled([heldTable("Older shares", profile.history, sources)]),
      plantTable(profile.plants, sources),
      ...filled([orderTable(profile.orders)]),
      ...(profile.listed === null ? [] : [listTable(profile.listed)]),
      controlTable("Controls that name it", profile.controlsOn, sources),
      controlTable("Controls on what it sells", profile.controlsOnSales, sources),
      countTable(profile.patents, sources),
      effectTable(profile.effects, sources),
    ],
    more: "older shares, plants, orders, lists, controls, patents, effects of controls",
    evidence,
  };
}

function summary({
  organisation,
  economy,
  economyName,
  exchange,
  ticker,
  otherNames,
  plants,
  listed: lists,
  orders,
}: OrganisationProfile): Block {
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
    ["Rules and orders", orderNames(orders)],
  ]);
}

/** Orders that the summary tells. */
const mostOrders = 6;

/** `NL: Order on Nexperia (ended); and 2 more`. */
function orderNames(orders: OrganisationProfile["orders"]): string {
  const told = orders.slice(0, mostOrders).map(({ issuer, title, state }) => `${issuer}: ${title} (${state})`);
  return [
    ...told,
    ...(orders.length > mostOrders ? [say("organisation.and-more", { orders: String(orders.length - mostOrders) })] : []),
  ].join("; ");
}

/** Rules and orders that name an organisation, each with the day since when it counts. */
export const orderTable = (orders: OrganisationProfile["orders"]): TableBlock =>
  sparseTable("Rules and orders that name it", orders, [
    ["issuer", ({ issuer }) => economyByCode(issuer)],
    ["title", ({ id, title }) => linkedCell(title, { to: "control", id }), flexible],
    ["state", stateWords, flexible],
    ["since", ({ since }) => since ?? "unknown"],
    ["rule", ({ id }) => id],
  ]);

/** What a name that is screened should be told beside the lists; "" where no rule on record names the organisation. */
export const ordersWords = ({ name, orders }: Pick<OrganisationProfile, "name" | "orders">): string =>
  orders.length === 0
    ? ""
    : say("organisation.rules-or-orders-on", {
        orders: orders.length,
        names: orders.length === 1 ? "names" : "name",
        name,
        state: stateWords(orders[0]!),
        since: orders[0]!.since === null ? "" : say("organisation.since", { since: orders[0]!.since }),
      });

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
