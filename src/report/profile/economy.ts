import type { EconomyProfile } from "../../answers/profile/profile-report.ts";
import { counted, numberRange, percentRange, usdBn } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { linkedCell, sourceCell, technologyCell } from "../cell.ts";
import { filled, flexible, right, sparseTable, wideFlexible } from "../table-of.ts";
import type { Block, View } from "../view.ts";
import { controlTable, countTable, dependenceTable, effectTable, heldTable, plantTable, yearOf } from "./profile-tables.ts";

/** What an economy makes and holds, and on whom it depends, first. */
export function economyView(profile: EconomyProfile): View {
  const { finding, unknown, doubts, evidence } = profile;
  const sources = evidence.documents;
  const member = ({ economy, economyName }: EconomyProfile["makes"][number]) => linkedCell(economyName, { to: "economy", id: economy });
  const inGroup = profile.members.length > 0 ? [["economy", member] as const] : [];
  const place = (title: string, lines: EconomyProfile["makes"]) =>
    sparseTable(
      title,
      lines,
      [
        ...inGroup,
        ["product", ({ product, name }) => technologyCell(product, name), flexible],
        ["part of the world", ({ low, high }) => percentRange(low, high), right],
        ["year", yearOf, right],
        ["grade", ({ grade }) => grade],
        ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
      ],
      { none: "no source tells" },
    );
  const notes: readonly Block[] = doubts.map((text) => ({ kind: "note", text: say("economy.doubtful", { text }) }));
  return {
    finding,
    ...(unknown.length > 0 ? { limit: say("economy.not-known", { unknown: listed(unknown) }) } : {}),
    blocks: [
      place("Makes", profile.makes),
      heldTable("Holds of world supply", profile.holds, sources, { most: 4, none: "no share is known" }),
      dependenceTable(profile.dependsOn, { most: 6 }),
    ],
    details: [
      summary(profile),
      ...notes,
      ...filled([place("Uses", profile.uses), heldTable("Its firms", profile.firms, sources, { by: true })]),
      plantTable(profile.plants, sources),
      controlTable("Controls on it", profile.controlsOn, sources),
      controlTable("Its own controls", profile.controlsBy, sources),
      countTable(profile.patents, sources),
      effectTable(profile.effects, sources),
      ...filled([selfSupplyTable(profile), tradeTable(profile), userTable(profile)]),
    ],
    more: "firms, plants, controls, patents, trade, users, sources",
    evidence,
  };
}

const summary = ({ gdp, gdpYear, members, plants, controlsOn }: EconomyProfile): Block =>
  facts(null, [
    ["GDP", gdp === null ? null : `${usdBn(gdp)}${gdpYear === null ? "" : `, ${gdpYear}`}`],
    ["Members", members.join(", ")],
    ["Plants on record", counted(plants.length, "plant")],
    ["Controls on it", counted(controlsOn.length, "control")],
  ]);

const selfSupplyTable = ({ selfSupply, evidence: { documents } }: EconomyProfile) =>
  sparseTable("Part of its own use that its makers supply", selfSupply, [
    ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
    ["part", ({ low, high }) => percentRange(low, high), right],
    ["year", yearOf],
    ["source", ({ source }) => sourceCell(source, documents), flexible],
  ]);

const tradeTable = ({ trade, evidence: { documents } }: EconomyProfile) =>
  sparseTable("Trade", trade, [
    ["what", ({ name }) => name, flexible],
    ["from", ({ exporter }) => exporter],
    ["to", ({ importer }) => importer],
    ["figure", ({ low, high, unit }) => numberRange(low, high, unit), right],
    ["year", yearOf],
    ["source", ({ source }) => sourceCell(source, documents), flexible],
  ]);

const userTable = ({ users, evidence: { documents } }: EconomyProfile) =>
  sparseTable("Users of its chips", users, [
    ["sector", ({ sector }) => sector, flexible],
    ["what", ({ quantity }) => quantity, flexible],
    ["figure", ({ low, high, unit }) => numberRange(low, high, unit), right],
    ["year", yearOf],
    ["source", ({ source }) => sourceCell(source, documents), flexible],
  ]);
