import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { nameKey } from "../../link/name-key.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import { type ReadParty, reconcile } from "../../screen/lists/reconcile.ts";
import type { ListRow, Lists } from "../../screen/read-lists.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { type ControlData, controlEvidence, type ListData, listTables } from "../screen/control-data.ts";
import { type ListsOn, listLimits, listTitle } from "../screen/lists-on.ts";
import { footnotesOf, standingLine } from "../screen/screen-hit.ts";
import { technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { findRule, ruleLine, rulesLimits } from "./controls-diff.ts";
import type { ControlShown, PartyRow, Reconciled } from "./controls-report.ts";
import { touchedByRule } from "./exposure-touched.ts";

/** One list, party or rule by its id, or a rule by its citation. Throws LM_CONTROL_UNKNOWN. */
export async function answerControl(read: () => Promise<ReadModel>, data: ControlData, id: string, day: string): Promise<ControlShown> {
  const timeline = await data.timeline();
  const rule = findRule(timeline.rules, id);
  const lists = await data.lists();
  const on = (await lists?.on({ day, by: "effective" })) ?? null;
  const list = on?.screened.find((each) => each.list === id.toLowerCase());
  const rows = lists === null ? [] : sameParty(lists, id);
  if (rule === null && list === undefined && rows.length === 0)
    throw new LevermapError("LM_CONTROL_UNKNOWN", `There is no list, entry of a list or rule "${id}".`, { id });
  const controls = rule === null ? [] : touched(await read(), rule);
  return {
    id,
    asOf: day,
    list: list === undefined || lists === null ? null : { ...list, reconciled: await reconciledReadings(lists, list.list, on) },
    parties: lists === null || on === null ? [] : rows.map((row) => partyRow(row, lists, on)),
    rule: rule && ruleLine(rule, timeline, day),
    controls: controls,
    added: rule && on ? (lists?.parties.filter((row) => row.effectiveBy === rule.id && isInForce(on, row)).length ?? 0) : 0,
    evidence: await controlEvidence(data, {
      tables: rule === null ? [...listTables, "party_citation"] : [...listTables, "withheld", "reach"],
      rules: [rule === null ? "method:a-list-on-a-day" : "method:a-rule-on-a-day"],
      sources: [rule?.source ?? null, ...controls.map(({ source }) => source)],
      limits: rule === null && on !== null ? listLimits(limitedTo(on, list?.list ?? rows[0]?.list ?? "")) : rulesLimits(timeline, day),
    }),
  };
}

/** Controls of the atlas that cite a rule, each with the technology that it is on. */
const touched = (read: ReadModel, rule: NonNullable<ReturnType<typeof findRule>>): ControlShown["controls"] =>
  touchedByRule(read, rule)
    .filter(({ link }) => link.state !== "not known yet")
    .map(({ technology, link }) => ({ ...link, technology, name: technologyName(read, technology) }));

const limitedTo = (on: ListsOn, list: string): ListsOn => ({ ...on, screened: on.screened.filter((each) => each.list === list) });

const isInForce = (on: ListsOn, { entry }: ListRow): boolean => {
  const standing = on.standing(entry);
  return standing !== null && isListed(standing);
};

/** The row of an entry, and those of the same list and name in other readings and editions. */
function sameParty({ parties }: Lists, id: string): readonly ListRow[] {
  const own = parties.find(({ entry }) => entry === id) ?? parties.find(({ entry }) => decidedEntry(entry) === id);
  if (own === undefined) return [];
  const key = nameKey(own.name);
  return [own, ...parties.filter((row) => row !== own && row.list === own.list && nameKey(row.name) === key)];
}

function partyRow(row: ListRow, lists: Lists, on: ListsOn): PartyRow {
  const standing = on.standing(row.entry);
  return {
    ...pick(row, "entry", "list", "issuer", "origin", "edition", "native", "kind", "name", "published", "effective", "ended"),
    ...pick(row, "citation", "requirement", "policy", "programme", "remark", "url"),
    listTitle: listTitle(row.list),
    names: (lists.names.get(row.entry) ?? []).map((each) => pick(each, "name", "kind", "language")),
    economies: lists.economies.get(row.entry) ?? [],
    standing: standing && standingLine(row, standing),
    footnotes: footnotesOf(row),
  };
}

/** Rows of a difference that are listed one by one. */
const most = 50;

/** Each two readings of a list compared: rows in force on the day. */
async function reconciledReadings(lists: ListData, list: string, on: ListsOn | null): Promise<readonly Reconciled[]> {
  if (on === null) return [];
  const citations = await lists.citations();
  const origins = [...new Set(lists.parties.flatMap((row) => (row.list === list ? [row.origin] : [])))].sort();
  const readParty = (party: ListRow): ReadParty => ({
    party,
    names: lists.names.get(party.entry)?.map(({ name }) => name) ?? [],
    citations: citations.get(party.entry) ?? [],
  });
  const readings = origins.map((origin) =>
    lists.parties.filter((row) => row.list === list && row.origin === origin && isInForce(on, row)).map(readParty),
  );
  return origins.flatMap((a, at) =>
    origins.slice(at + 1).map((b, step) => comparedReadings(a, b, readings[at] ?? [], readings[at + 1 + step] ?? [])),
  );
}

function comparedReadings(a: string, b: string, one: readonly ReadParty[], other: readonly ReadParty[]): Reconciled {
  const { matched, onlyA, onlyB } = reconcile(one, other);
  const differing = matched.filter(({ differs, by }) => differs.length > 0 || by === "other name");
  return {
    a,
    b,
    same: matched.length - differing.length,
    differing: differing
      .slice(0, most)
      .map((pair) => ({ a: pair.a.entry, b: pair.b.entry, name: pair.a.name, by: pair.by, differs: pair.differs })),
    differences: differing.length,
    onlyA: onlyA.slice(0, most).map(({ entry }) => entry),
    onlyACount: onlyA.length,
    onlyB: onlyB.slice(0, most).map(({ entry }) => entry),
    onlyBCount: onlyB.length,
  };
}
