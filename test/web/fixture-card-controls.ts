import type { MapView } from "../../src/answers/card/map-view.ts";
import type { CardControl, CardControls, CardListedParty } from "../../src/answers/card/technology-card-controls.ts";

type Node = MapView["nodes"][number];

/** Controls of one technology of a made-up map. */
export function fixtureCardControls(node: Node, day: string, markup: string | null): CardControls {
  const issuers = node.controls?.issuers ?? [];
  const invented = issuers.map((issuer, at) => inventedControl(node.id, issuer, at, markup));
  return {
    day,
    finding: markup ?? (issuers.length === 0 ? `No control in force on ${day}.` : `At least ${issuers.length} in force on ${day}.`),
    inForce: invented,
    toCome:
      node.controls === null ? [] : [{ ...inventedControl(node.id, "JJ", 1, markup), effective: "2027-01-01", state: "not yet in force" }],
    suspended: node.controls === null ? [] : [suspendedControl(inventedControl(node.id, "HH", 0, markup))],
    ended: node.controls === null ? [] : [{ ...inventedControl(node.id, "GG", 3, markup), until: "2025-01-01", state: "ended" }],
    items: issuers.length === 0 ? [] : inventedItems(node.id, day, markup),
    listed: node.controls === null ? null : issuers.length === 0 ? [] : [inventedParty(markup)],
    customs: [{ code: "000000", scheme: "hs6", technology: node.id, relation: "covers" }],
    limits: [markup ?? "The invented timeline ends early."],
  };
}

const inventedParty = (markup: string | null): CardListedParty => ({
  organisation: "org-beta",
  name: markup ?? "Beta International",
  deals: [{ rule: "share", what: "40% of supply by sales", source: "invented-1" }],
  listed: [
    {
      list: "aa-list",
      title: markup ?? "Invented List",
      issuer: "AA",
      entry: "aa-1",
      name: markup ?? "BETA INTL",
      rule: "same-name",
      standing: { status: "listed", basis: "effective", since: "2020-01-02", until: null, effectiveBy: null, datedBy: null },
      published: "2020-01-05",
      ended: null,
      citation: "Order 3",
    },
    {
      list: "bb-list",
      title: "Other List",
      issuer: "BB",
      entry: "bb-1",
      name: "Beta",
      rule: "same-name",
      standing: { status: "listed, start unknown", basis: null, since: null, until: null, effectiveBy: null, datedBy: null },
      published: null,
      ended: null,
      citation: null,
    },
  ],
});

function inventedItems(technology: string, edition: string, markup: string | null): CardControls["items"] {
  const reasons = [{ reason: "NS", covers: "all", destinations: markup ?? "NS Column 9" }];
  return [
    { item: "9X001.a", technology, relation: "part", edition, reasons, source: "invented-1", note: null },
    { item: "9X002", technology, relation: "covers", edition: null, reasons: null, source: null, note: markup },
  ];
}

const suspendedControl = (control: CardControl): CardControl => ({
  ...control,
  state: "suspension ended unless extended",
  suspendedBy: "order-20",
  suspendedUntil: "2026-11-09",
  rule: { id: "order-12", state: "suspension ended unless extended" },
});

/** The first has no date, the second keeps it from one party, the third reaches what others make, the fourth names no technology. */
function inventedControl(technology: string, issuer: string, at: number, markup: string | null): CardControl {
  return {
    id: `control-${technology}-${issuer}-${at}`,
    issuer,
    kind: at === 1 ? "listed-party" : at === 2 ? "direct-product" : "item",
    kindWords: at === 1 ? "listed party" : at === 2 ? "direct product rule" : "item rule",
    what: markup ?? (at === 2 ? "Alpha Works, made in CC; part unknown" : "licence"),
    against: at === 1 ? "org-beta" : at === 3 ? "*" : "AA",
    exempt: at === 2 ? "DD" : null,
    againstWords: markup ?? (at === 1 ? "Beta International" : at === 3 ? "everyone" : at === 2 ? "Aland, except Dalmark" : "Aland"),
    citation: markup ?? `Invented Order ${12 + at}`,
    published: at === 0 ? null : "2024-02-01",
    effective: at === 0 ? null : "2024-03-01",
    until: at === 2 ? "2031-01-01" : null,
    basis: at === 0 ? null : "effective",
    state: at === 0 ? "start unknown" : "in force",
    suspendedBy: null,
    suspendedUntil: null,
    link: at === 3 ? { rule: "all", technology: "*" } : { rule: "named", technology },
    rule: at === 1 ? { id: "order-13", state: "in force" } : null,
    source: "invented-1",
    grade: "published",
    note: markup,
  };
}
