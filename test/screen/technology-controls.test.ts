import { beforeAll, describe, expect, test } from "vitest";
import { bundledFile } from "../../src/base/built-file.ts";
import type { Row } from "../../src/base/tables.ts";
import type { ItemRows } from "../../src/screen/items/book.ts";
import { itemsByText } from "../../src/screen/items/search.ts";
import { createTimeline } from "../../src/screen/rules/timeline.ts";
import { type ControlRows, type TechnologyControls, technologyControls } from "../../src/screen/technology-controls.ts";
import { ccl } from "../../src/sources/controls/ccl.ts";
import { atlas } from "../../src/sources/supply/atlas/atlas.ts";
import { readAll } from "../sources/support.ts";
import { allRules, controls, load } from "./loaded.ts";

const noItems: ItemRows = {
  items: [],
  paragraphs: [],
  reasons: [],
  exceptions: [],
  chart: [],
  marks: [],
  footnotes: [],
  groups: [],
  allDestinations: [],
};

const withheld = (over: Partial<Row<"withheld">>): Row<"withheld"> => ({
  id: "w",
  issuer: "NO",
  technology: "mill",
  target: "SE",
  class: "licence",
  citation: "Order 1",
  published: null,
  effective: null,
  until: null,
  source: "book",
  grade: "published",
  note: null,
  ...over,
});

describe("controls on a technology", () => {
  const rows: ControlRows = {
    withheld: [
      withheld({ id: "past", effective: "2019-01-01", until: "2020-01-01" }),
      withheld({ id: "now", effective: "2020-01-01" }),
      withheld({ id: "family", technology: "tools", published: "2019-06-01", issuer: "DK" }),
      withheld({ id: "undated", technology: "*" }),
      withheld({ id: "later", published: "2023-12-01", effective: "2030-01-01" }),
      withheld({ id: "untold", published: "2024-02-01", effective: "2023-12-01" }),
      withheld({ id: "other", technology: "lathe" }),
    ],
    reach: [],
    codes: [
      { technology: "mill", scheme: "hs6", code: "847490", relation: "covers", source: null, grade: "published", note: null },
      { technology: "mill", scheme: "eccn", code: "3B001.a", relation: "part", source: null, grade: "published", note: null },
    ],
    families: new Map([["mill", "tools"]]),
    timeline: createTimeline([]),
    items: noItems,
  };

  test("those in force, of the technology, its family and all; what is to come apart; dates named", () => {
    const found = technologyControls(rows, "mill", "2024-01-01");
    expect(found.byIssuer.map(({ issuer, controls: of }) => [issuer, of.map(({ id, basis, on }) => `${id} ${basis} ${on}`)])).toEqual([
      ["NO", ["undated null *", "now effective mill"]],
      ["DK", ["family publication tools"]],
    ]);
    expect(found.toCome.map(({ id }) => id)).toEqual(["later"]);
    expect(found.ended.map(({ id }) => id)).toEqual(["past"]);
    expect(found.customs).toEqual([{ code: "847490", scheme: "hs6", on: "mill", relation: "covers" }]);
    expect(found.items).toMatchObject([{ item: "3B001.a", edition: null, reasons: null }]);
  });

  test("families that run in a circle end", () => {
    const circle = {
      ...rows,
      families: new Map([
        ["mill", "tools"],
        ["tools", "mill"],
      ]),
    };
    expect(technologyControls(circle, "mill", "2024-01-01").byIssuer).toHaveLength(2);
  });
});

describe("controls of the atlas", () => {
  let rows: ControlRows;
  const on = (technology: string, day: string): TechnologyControls => technologyControls(rows, technology, day);
  const issuers = ({ byIssuer }: TechnologyControls): readonly string[] => byIssuer.map(({ issuer }) => issuer);

  beforeAll(async () => {
    const read = await readAll(
      atlas,
      ["withheld", "reach", "codes", "families"].map((name) => bundledFile(`atlas/${name}.csv`)),
    );
    const list = controls.absent ? null : await load(ccl, "ccl");
    rows = {
      withheld: read.of("withheld"),
      reach: read.of("reach"),
      codes: read.of("code"),
      families: new Map(read.of("family_member").map(({ member, family }) => [member, family])),
      timeline: await allRules(),
      items:
        list === null
          ? noItems
          : {
              items: list.of("control_item"),
              paragraphs: list.of("item_paragraph"),
              reasons: list.of("item_reason"),
              exceptions: list.of("item_exception"),
              chart: list.of("chart_row"),
              marks: list.of("chart_mark"),
              footnotes: list.of("chart_footnote"),
              groups: list.of("economy_group"),
              allDestinations: list.of("all_destinations"),
            },
    };
  });

  test("immersion lithography: no one in 2018; the Netherlands, Japan and the US in 2025, each with its citation", () => {
    expect(issuers(on("arf-immersion-lithography", "2018-01-01"))).toEqual([]);
    expect(issuers(on("arf-immersion-lithography", "2023-08-01"))).toEqual(expect.arrayContaining(["JP", "US"]));
    expect(issuers(on("arf-immersion-lithography", "2023-08-01"))).not.toContain("NL");
    const found = on("arf-immersion-lithography", "2025-01-01");
    expect([...issuers(found)].sort()).toEqual(["JP", "NL", "US"]);
    const dutch = found.byIssuer.find(({ issuer }) => issuer === "NL")?.controls ?? [];
    expect(dutch.map(({ citation }) => citation)).toContain("Staatscourant 2023, 18212");
    expect(dutch.find(({ citation }) => citation === "Staatscourant 2023, 18212")?.rule).toEqual({
      id: "nl-stcrt-2023-18212",
      state: "in force",
    });
    expect(found.byIssuer.flatMap(({ controls: of }) => of).every(({ citation, source }) => citation !== "" && source !== null)).toBe(true);
  });

  test("gallium: the Chinese notice of 2023 in force, the ban against the US suspended, and in force again unless that was extended", () => {
    expect(issuers(on("gallium", "2023-07-31"))).toEqual([]);
    const ids = (day: string): readonly string[] => on("gallium", day).byIssuer.flatMap(({ controls: of }) => of.map(({ id }) => id));
    expect(ids("2023-08-01")).toEqual(["cn-2023-gallium"]);
    expect(ids("2025-01-01")).toEqual(["cn-2023-gallium", "cn-2024-us-gallium"]);
    expect(ids("2026-01-01")).toEqual(["cn-2023-gallium"]);
    const ban = (day: string) => {
      const { suspended, ended } = on("gallium", day);
      return [...suspended, ...ended].map(({ id, state, suspendedUntil, rule }) => [id, state, suspendedUntil, rule?.state]);
    };
    expect(ban("2025-11-08")).toEqual([]);
    expect(ban("2026-11-27")).toEqual([["cn-2024-us-gallium", "suspended", "2026-11-27", "suspended"]]);
    const over = "suspension ended unless extended";
    expect(ban("2026-11-28")).toEqual([["cn-2024-us-gallium", over, "2026-11-27", over]]);
    expect(ids("2026-11-28")).toEqual(["cn-2023-gallium"]);
    expect(on("gallium", "2026-01-01").customs.map(({ code }) => code)).toContain("811292");
  });

  test("rare earths: the October package was suspended before it took effect", () => {
    const { byIssuer, toCome, suspended, ended } = on("rare-earths", "2025-12-15");
    expect(byIssuer.flatMap(({ controls: of }) => of.map(({ id }) => id))).toEqual(["cn-2025-rare-earths"]);
    expect([toCome.length, ended.length]).toEqual([0, 0]);
    expect(new Set(suspended.map(({ state, suspendedBy }) => `${state} ${suspendedBy}`))).toEqual(new Set(["suspended cn-mofcom-2025-70"]));
    expect(suspended.map(({ id }) => id)).toEqual(expect.arrayContaining(["cn-2025-10-rare-earths", "cn-61-2025-jp"]));
  });

  test("none is reported as ended with a rule that has not ended", () => {
    for (const technology of new Set([...rows.withheld, ...rows.reach].map((row) => row.technology)))
      for (const day of ["2020-09-01", "2023-06-01", "2025-11-20", "2026-11-20", "2026-12-01"])
        for (const { id, rule } of on(technology, day).ended) expect([id, day, rule?.state ?? "ended"]).toEqual([id, day, "ended"]);
  });

  test("every control cites a rule of the atlas, but for these, which are no rules or stand in a table of the publisher", () => {
    const own = createTimeline(rows.timeline.rules.filter(({ origins }) => origins.includes("atlas")));
    const missing = [...rows.withheld, ...rows.reach].filter((control) => own.cited(control) === null).map(({ citation }) => citation);
    expect([...new Set(missing)].sort()).toEqual([
      "15 CFR 734.4",
      "no official citation known: partial revocation of a licence for NXT:2050i and NXT:2100i",
    ]);
  });

  test.skipIf(controls.absent)("items with their reasons, where an edition of the day is loaded", () => {
    const item = (day: string) => on("arf-immersion-lithography", day).items.find((each) => each.item === "3B001.f.1.b");
    expect(item("2026-07-22")).toMatchObject({ edition: null, reasons: null });
    expect(item("2026-08-01")?.reasons?.map(({ reason, covers }) => `${reason} ${covers}`)).toEqual(["NS all", "RS all", "AT all"]);
  });

  test.skipIf(controls.absent)("every ECCN that the atlas links is in the list of 2026-07-23", () => {
    const entries = new Set(rows.items.items.map(({ item }) => item));
    const links = rows.codes.filter(({ scheme }) => scheme === "eccn");
    expect(links.filter(({ code }) => !entries.has(code.slice(0, 5))).map(({ code }) => code)).toEqual([]);
    const paragraphs = new Set(rows.items.paragraphs.map(({ item, paragraph }) => `${item}.${paragraph}`));
    const loaded = new Set(rows.items.items.filter(({ full }) => full === 1).map(({ item }) => item));
    const lost = links.filter(({ code }) => code.length > 5 && loaded.has(code.slice(0, 5)) && !paragraphs.has(code));
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  test.skipIf(controls.absent)("entries are found by their words", () => {
    const first = (text: string): string =>
      itemsByText(rows.items, text, "2026-08-01").found.map(({ item, paragraph }) => `${item}.${paragraph ?? ""}`)[0] ?? "";
    expect(first("EUV pellicles")).toMatch(/^3B001\.[lm]$/);
    expect(first("high bandwidth memory density")).toBe("3A090.c");
    expect(
      itemsByText(rows.items, "atomic layer deposition of tungsten", "2026-08-01")
        .found.slice(0, 5)
        .map(({ item }) => item),
    ).toContain("3B001");
    expect(itemsByText(rows.items, "the of and", "2026-08-01").found).toEqual([]);
    expect(itemsByText(rows.items, "EUV pellicles", "2020-01-01").found).toEqual([]);
  });
});
