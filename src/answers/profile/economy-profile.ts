import { pick } from "../../base/collections.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { capital, listed } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { economyName, technologyName } from "../shared/names.ts";
import { publishedCounts } from "../shared/published-counts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { placeName, requirePlace } from "../shared/require-place.ts";
import { byHolder, dependsOn } from "./dependences.ts";
import { controlsBy, controlsOn, effectLines, figureOf, heldLines, isSome, named, plantLines, shareOf } from "./lines.ts";
import type { EconomyProfile } from "./profile-report.ts";

/** All that the facts tell of an economy or group. Throws LM_ECONOMY_UNKNOWN. */
export function answerEconomy(read: ReadModel, wanted: string): EconomyProfile {
  const code = requirePlace(read, wanted);
  const members = membersOf(read.model, code);
  const own = new Set([code, ...members]);
  const names = [...own];
  const { map, beside } = read;
  const held = heldLines(read, (row) => row.holder_kind !== "organisation" && own.has(row.holder));
  const firms = heldLines(read, (row) => row.holder_kind === "organisation" && own.has(map.economyOf.get(row.holder) ?? ""));
  const plants = plantLines(read, ({ economy }) => own.has(economy));
  const places = placesOf(read, own);
  const makes = places.filter(({ role }) => role === "make");
  const economy = read.economies.find(({ id }) => id === code);
  const lines = {
    makes,
    uses: places.filter(({ role }) => role === "use"),
    holds: held.newest,
    firms: firms.newest,
    plants,
    dependsOn: dependsOn(read, own),
  };
  const besideOf = <R extends { readonly economy: string }>(rows: readonly R[]): readonly R[] => rows.filter((row) => own.has(row.economy));
  const profile = {
    economy: code,
    name: placeName(read, code),
    asOf: map.asOf,
    members: map.groups.has(code) ? members : [],
    gdp: economy?.gdp ?? null,
    gdpYear: economy?.gdp_year ?? null,
    ...lines,
    makes: lines.makes.map(placeLine(read)),
    uses: lines.uses.map(placeLine(read)),
    selfSupply: besideOf(map.rows.self_supply).map((row) => ({ ...named(read, row.technology), ...figureOf(read, row) })),
    controlsOn: controlsOn(read, names),
    controlsBy: controlsBy(read, names),
    trade: beside.trade_flow
      .filter(({ exporter, importer }) => own.has(exporter) || own.has(importer))
      .map((row) => ({ ...named(read, row.technology), ...figureOf(read, row), ...pick(row, "exporter", "importer", "unit") })),
    users: besideOf(beside.chip_user).map((row) => ({ ...pick(row, "sector", "quantity", "unit"), ...figureOf(read, row) })),
    patents: publishedCounts(
      read,
      beside.patent_count.filter(({ holder }) => own.has(holder)),
    ),
    effects: effectLines(read, own),
    unknown: [...(economy?.gdp === null ? ["its GDP"] : []), ...unknownOf(read, makes, lines)],
    doubts: names.flatMap((id) => read.doubts.get(id) ?? []).map(({ text }) => text),
  };
  const { holds, selfSupply, trade, effects } = profile;
  const facts = [profile.makes, holds, profile.firms, plants, selfSupply, trade, effects].flat();
  return {
    finding: findingOf(read, code, profile),
    ...profile,
    evidence: evidenceOf(read, {
      grade: weakest(facts.map(({ grade }) => grade)),
      sources: [...facts, ...profile.controlsOn, ...profile.controlsBy, ...profile.patents, ...profile.users].map(({ source }) => source),
      rules: ["method:shares", "method:what-makers-need"],
      limits: [
        "What is not listed is not known to this map; it may exist.",
        "Published counts of patents count differently and are never added up.",
        "A share by seat of the firm says nothing of where it makes.",
      ],
    }),
  };
}

/** The newest figure of each product and role: by the least that is said, of equals by the high end. */
function placesOf({ map }: ReadModel, own: ReadonlySet<string>): readonly Row<"product_place">[] {
  const newest = new Map<string, Row<"product_place">>();
  for (const row of map.rows.product_place) {
    if (!own.has(row.economy) || (row.low === null && row.high === null)) continue;
    const key = `${row.product}|${row.role}|${row.economy}`;
    if ((newest.get(key)?.year ?? 0) <= (row.year ?? 0)) newest.set(key, row);
  }
  return [...newest.values()].sort((a, b) => (b.low ?? 0) - (a.low ?? 0) || (b.high ?? 1) - (a.high ?? 1));
}

const placeLine =
  (read: ReadModel) =>
  (row: Row<"product_place">): EconomyProfile["makes"][number] => ({
    economy: row.economy,
    economyName: economyName(read, row.economy),
    product: row.product,
    name: technologyName(read, row.product),
    ...figureOf(read, row),
  });

function unknownOf(
  { map }: ReadModel,
  makes: readonly Row<"product_place">[],
  { uses, holds, firms }: Pick<EconomyProfile, "holds" | "firms"> & { readonly uses: readonly unknown[] },
): readonly string[] {
  const known = new Set(makes.map(({ product }) => product));
  const unmade = map.products.map((product) => map.technologies[product]!).filter(({ id }) => !known.has(id));
  const held = new Set([...holds, ...firms].map(({ technology }) => technology));
  const open = map.technologies.filter(({ id, supply }) => !held.has(id) && (supply === null || supply.unknown > 0.05));
  return [
    ...(unmade.length > 0 ? [say("economy-profile.whether-it-makes-and", { unmade: unmade.map(({ name }) => name).join(" or ") })] : []),
    ...(uses.length === 0 ? ["how much of the world's chips it uses"] : []),
    ...(open.length > 0 ? [say("economy-profile.its-part-of-technologies", { technologies: open.length })] : []),
  ];
}

function findingOf(
  read: ReadModel,
  code: string,
  { makes, holds, firms, plants, dependsOn: needed }: Omit<EconomyProfile, "finding" | "evidence">,
): string {
  const name = placeName(read, code);
  const known = [...holds, ...firms].filter(isSome);
  const best = known.find(({ old }) => !old) ?? known[0];
  const holding = best === undefined ? "" : say("economy-profile.its-greatest-share-is", { share: shareOf(best) });
  const needs = needed.length === 0 ? "" : say("economy-profile.it-depends-on", { byHolder: byHolder(needed, 3) });
  const own = makes.filter(({ economy }) => economy === code);
  return capital(`${makingWords(name, own.length > 0 ? own : makes, plants.length)}${holding}.${needs}`);
}

function makingWords(name: string, makes: EconomyProfile["makes"], plants: number): string {
  const most = makes.find(isSome);
  if (most !== undefined)
    return say("economy-profile.makes-of-the-worlds", { name, low: percentRange(most.low, most.high), mostName: most.name });
  const perhaps = makes.find(({ high }) => high !== null && high > 0);
  if (perhaps !== undefined)
    return say("economy-profile.makes-of-the-worlds-name", {
      name,
      percentRange: percentRange(null, perhaps.high),
      perhapsName: perhaps.name,
    });
  const none =
    makes.length === 0 ? "" : say("economy-profile.makes-none-of-the", { listed: listed([...new Set(makes.map((line) => line.name))]) });
  if (plants === 0) return none === "" ? say("economy-profile.no-source-tells-what", { name }) : `${name} ${none}`;
  const has = say("economy-profile.has-plants-of-chipmaking", { name, plants });
  return none === "" ? say("economy-profile.and-no-figure-of", { has }) : say("economy-profile.and", { has, none });
}
