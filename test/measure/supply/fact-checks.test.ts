import { describe, expect, it } from "vitest";
import type { Row } from "../../../src/base/tables.ts";
import { type DatedRule, doubtsOf, ruleDoubts } from "../../../src/measure/supply/fact-checks.ts";
import type { FactCheck } from "../../../src/measure/supply/fact-doubt.ts";
import { buildSupplyMap, type SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import {
  day,
  document,
  parameter,
  place,
  plant as plantRow,
  product,
  requirement,
  share,
  supplyRows,
  technology,
  variety,
} from "../rows.ts";

const year = Number(day.slice(0, 4));
const made = { basis: "production", year };
const firm = { holder_kind: "organisation", basis: "sales", year };

const plant = (id: string, economy: string, makes: string, more: Partial<Row<"plant">> = {}): Row<"plant"> => ({
  ...plantRow(id, "firm-a", economy, makes),
  ...more,
});

/** Sound facts: two holders each, markets and families that fit, places of making for those with plants. */
const sound: Partial<SupplyRows> = {
  technology: [
    technology("gas"),
    technology("tools"),
    technology("dry"),
    technology("wet"),
    technology("foundry", { kind: "process", stage: "fabrication", supply_mode: "service" }),
    product("chips"),
    product("memory"),
  ],
  requirement: [
    requirement("chips", "gas", "blocking"),
    requirement("chips", "tools", "blocking"),
    requirement("memory", "tools", "blocking"),
    requirement("chips", "foundry", "blocking"),
  ],
  family_member: [
    { member: "dry", family: "tools" },
    { member: "wet", family: "tools" },
  ],
  share: ["gas", "tools", "dry", "wet", "foundry"].flatMap((id) => [
    share(id, "AA", 0.6, { year }),
    share(id, "BB", 0.3, { year, source: "s-two" }),
  ]),
  parameter: [
    parameter("chips", "market-size", 100, { unit: "USD bn" }),
    parameter("gas", "market-size", 2, { unit: "USD bn" }),
    parameter("tools", "market-size", 50, { unit: "USD bn" }),
    parameter("dry", "market-size", 20, { unit: "USD bn" }),
  ],
  product_place: [place("chips", "AA", "make", 0.5)],
};

const found = (more: Partial<SupplyRows>, plants: readonly Row<"plant">[] = []): readonly string[] => {
  return doubtsOf(buildSupplyMap(supplyRows({ ...sound, ...more }), { asOf: day }), plants, (id) => id).map(
    ({ check, about }) => `${check} ${about}`,
  );
};

const shares = (id: string, ...own: readonly ReturnType<typeof share>[]): Partial<SupplyRows> => ({
  share: [...sound.share!.filter(({ technology: of }) => of !== id), ...own],
});
const sizes = (...own: readonly Row<"parameter">[]): Partial<SupplyRows> => ({
  parameter: [...sound.parameter!.filter(({ technology: of }) => !own.some((row) => row.technology === of)), ...own],
});
const size = (id: string, figure: number | readonly [number, number]) => parameter(id, "market-size", figure, { unit: "USD bn" });

interface Planted {
  readonly fault: string;
  readonly check: FactCheck;
  readonly about: string;
  readonly rows: Partial<SupplyRows>;
  readonly plants: readonly Row<"plant">[];
}

const plantFault = (
  fault: string,
  check: FactCheck,
  about: string,
  rows: Partial<SupplyRows>,
  plants: readonly Row<"plant">[] = [],
): Planted => ({ fault, check, about, rows, plants });

const planted: readonly Planted[] = [
  plantFault(
    "two holders with 70% each",
    "overfull",
    "gas",
    shares("gas", share("gas", "AA", 0.7, { year }), share("gas", "BB", 0.7, { year })),
  ),
  plantFault(
    "firms that sum to 120%",
    "overfull",
    "gas",
    shares("gas", share("gas", "firm-a", 0.6, firm), share("gas", "firm-b", 0.6, firm)),
  ),
  plantFault(
    "low ends of intervals above 1",
    "overfull",
    "gas",
    shares("gas", share("gas", "AA", [0.6, 0.8], { year }), share("gas", "BB", [0.5, 0.6], { year })),
  ),
  plantFault(
    "a joint figure beside one that leaves no room",
    "overfull",
    "gas",
    shares("gas", share("gas", "AA", 0.5, { year }), share("gas", "BB;CC", [0.7, 0.8], { year, holder_kind: "joint" })),
  ),
  plantFault(
    "shares of ten years ago",
    "stale",
    "gas",
    shares("gas", share("gas", "AA", 0.6, { year: year - 10 }), share("gas", "BB", 0.3, { year: year - 10 })),
  ),
  plantFault(
    "shares of six years ago",
    "stale",
    "wet",
    shares("wet", share("wet", "AA", 0.6, { year: year - 6 }), share("wet", "BB", 0.3, { year: year - 6 })),
  ),
  plantFault(
    "a fuller old row against a newer one",
    "contradicted",
    "gas",
    shares(
      "gas",
      share("gas", "AA", 0.5, { year: year - 2 }),
      share("gas", "BB", 0.5, { year: year - 2 }),
      share("gas", "AA", 0.42, { year }),
    ),
  ),
  plantFault(
    "an old interval against a newer figure below it",
    "contradicted",
    "dry",
    shares(
      "dry",
      share("dry", "AA", [0.5, 0.6], { year: year - 2 }),
      share("dry", "BB", 0.4, { year: year - 2 }),
      share("dry", "AA", 0.44, { year }),
    ),
  ),
  plantFault(
    "old places of making against newer ones",
    "contradicted",
    "gas",
    shares(
      "gas",
      share("gas", "AA", 0.55, { ...made, year: year - 1 }),
      share("gas", "CC", 0.4, { ...made, year: year - 1 }),
      share("gas", "AA", 0.48, made),
    ),
  ),
  plantFault("a member with a greater market than its family", "market", "tools", sizes(size("dry", 80))),
  plantFault("a member's least above the family's most", "market", "tools", sizes(size("dry", [60, 70]), size("tools", [40, 50]))),
  plantFault("an input that costs more than all it goes into brings", "market", "chips", sizes(size("gas", 300))),
  plantFault(
    "a family with more of a holder than any member",
    "family",
    "tools",
    shares("tools", share("tools", "AA", 0.9, { year }), share("tools", "BB", 0.05, { year })),
  ),
  plantFault(
    "a family with less of a holder than all members",
    "family",
    "tools",
    shares("tools", share("tools", "AA", 0.2, { year }), share("tools", "BB", 0.3, { year })),
  ),
  plantFault(
    "a family with a holder of whom the members have none left",
    "family",
    "tools",
    shares("tools", share("tools", "AA", 0.6, { year }), share("tools", "CC", 0.3, { year })),
  ),
  plantFault("a technology on one row", "thin", "gas", shares("gas", share("gas", "AA", 0.9, { year }))),
  plantFault(
    "a technology on two rows of one document",
    "thin",
    "gas",
    shares("gas", share("gas", "AA", 0.6, { year }), share("gas", "BB", 0.3, { year })),
  ),
  plantFault("a technology on one firm", "thin", "dry", shares("dry", share("dry", "firm-a", 0.9, firm))),
  plantFault("a plant of a product, and no making", "making", "BB", {}, [plant("p", "BB", "memory")]),
  plantFault("a foundry, and no making", "making", "CC", {}, [plant("p", "CC", "foundry", { status: "operating" })]),
  plantFault("a plant, and making of an unknown part", "making", "DD", { product_place: [place("chips", "DD", "make", null)] }, [
    plant("p", "DD", "chips"),
  ]),
  plantFault("one product of several without a figure of making", "making", "AA", {}, [plant("p", "AA", "memory")]),
  plantFault(
    "a holder of nearly all who has a tenth a year later",
    "jump",
    "gas",
    shares("gas", share("gas", "AA", 0.99, { year: year - 1 }), share("gas", "AA", 0.1, { year, source: "s-two" })),
  ),
  plantFault(
    "a firm that falls from most to little, beside its economy",
    "jump",
    "dry",
    shares("dry", share("dry", "firm-a", 0.8, { ...firm, year: year - 2 }), share("dry", "firm-a", 0.3, firm)),
  ),
  plantFault(
    "an economy with less than its one firm",
    "parts",
    "gas",
    shares("gas", share("gas", "AA", 0.3, { year }), share("gas", "firm-a", 0.9, firm)),
  ),
  plantFault(
    "an economy with less than its firms together",
    "parts",
    "gas",
    shares("gas", share("gas", "AA", 0.4, { year }), share("gas", "firm-a", 0.3, firm), share("gas", "firm-c", 0.2, firm)),
  ),
  plantFault(
    "a firm seated where others leave no room for it",
    "parts",
    "gas",
    shares("gas", share("gas", "AA", 0.95, { year }), share("gas", "firm-b", 0.9, firm)),
  ),
  plantFault(
    "two firms together with less than one of them",
    "parts",
    "gas",
    shares("gas", share("gas", "firm-a;firm-b", 0.5, { ...firm, holder_kind: "joint" }), share("gas", "firm-a", 0.9, firm)),
  ),
  plantFault("makers that make more than all", "making", "chips", {
    product_place: [place("chips", "AA", "make", 0.9), place("chips", "BB", "make", 0.3)],
  }),
  plantFault("a plant that runs where nothing is made", "making", "BB", { product_place: [place("chips", "BB", "make", 0)] }, [
    plant("p", "BB", "chips", { status: "operating" }),
  ]),
  plantFault("a plant whose least is more than its most", "making", "AA", {}, [
    plant("p", "AA", "chips", { wafers_low: 90_000, wafers_high: 70_000 }),
  ]),
  plantFault("an input of next to no market", "market", "gas", sizes(size("gas", 0.0001))),
  plantFault("a market beyond all chips", "market", "wet", sizes(size("wet", 5000))),
  plantFault(
    "a figure known before its year",
    "dates",
    "gas",
    shares("gas", share("gas", "AA", 0.6, { year, known: `${year - 4}-01-01` })),
  ),
  plantFault("a figure known before its document", "dates", "gas", {
    ...shares("gas", share("gas", "AA", 0.6, { year: year - 4, known: `${year - 3}-01-01` })),
    document: [document("s-one", `${year - 1}-09-13`)],
  }),
  plantFault("a market of a year after its document", "dates", "gas", {
    ...sizes(parameter("gas", "market-size", 2, { unit: "USD bn", year, source: "s-old" })),
    document: [document("s-old", `${year - 5}-02-06`)],
  }),
  plantFault("a figure of a year to come", "dates", "gas", shares("gas", share("gas", "AA", 0.6, { year: year + 2, known: day }))),
];

const seats = { organisation: [organisation("firm-a", "AA"), organisation("firm-b", "BB"), organisation("firm-c", "AA")] };

function organisation(id: string, economy: string): Row<"organisation"> {
  return { id, name: id, economy, exchange: null, ticker: null, source: null, note: null };
}

const dated = (id: string, more: Partial<DatedRule> = {}): DatedRule => ({
  id,
  effective: "2025-05-15",
  ends: null,
  suspends: null,
  source: null,
  ...more,
});

describe("checks of rules", () => {
  it("find one that suspends what is not there, and one that ends before it begins", () => {
    const rules = [dated("sound", { suspends: "other", ends: "2025-06-01" }), dated("other"), dated("lost", { suspends: "sound; gone" })];
    expect(ruleDoubts([...rules, dated("early", { ends: "2025-05-12" })])).toEqual([
      expect.objectContaining({ about: "lost", text: "suspends gone, which is not there" }),
      expect.objectContaining({ about: "early", text: "takes effect on 2025-05-15 and ends on 2025-05-12" }),
    ]);
  });
});

describe("checks of facts", () => {
  it("are silent on sound facts", () => {
    expect(found(seats, [plant("p", "AA", "chips"), plant("q", "BB", "gas"), plant("r", "BB", "memory", { status: "planned" })])).toEqual(
      [],
    );
  });

  it.each(planted)("find $fault", ({ check, about, rows, plants }) => {
    expect(found({ ...seats, ...rows }, plants)).toContain(`${check} ${about}`);
  });

  it("find no thin supply where rows of other years bear out the one that answers, but where it is old", () => {
    const rows = (...years: readonly number[]) =>
      shares("gas", ...years.map((of) => share("gas", "AA", 0.9, { year: of, source: `s-${of}` })));
    expect(found({ ...seats, ...rows(year, year - 3) })).toEqual([]);
    expect(found({ ...seats, ...rows(year - 6, year - 9) })).toEqual(["stale gas", "thin gas"]);
  });

  it("find no fault in a product that sells for more than the one technology that it goes into", () => {
    const stacked = {
      technology: [...sound.technology!, technology("stack")],
      requirement: [...sound.requirement!, requirement("stack", "memory", "blocking")],
    };
    expect(found({ ...seats, ...stacked, ...sizes(size("memory", 500), size("stack", 30)) })).toEqual([]);
  });

  it("find nothing in a variety of little share, in rounding, or in a newer row that says less", () => {
    expect(found({ ...seats, variety: [variety("gas", "wet", 0.5)] }).filter((each) => each.startsWith("overfull"))).toEqual([]);
    expect(
      found({ ...seats, ...shares("gas", share("gas", "AA", 0.61, { year }), share("gas", "BB", 0.4, { year, source: "s-two" })) }),
    ).toEqual([]);
  });
});
