import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CardControls } from "../../../src/answers/card/technology-card-controls.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { isLong, some } from "../../tiers.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";
import { controls, controlsWorkspace } from "../controls/controls-workspace.ts";

describe("controls on the card and the map of the bundled data", () => {
  const opened = new Map<string, Levermap>();
  const on = async (day: string): Promise<Levermap> => {
    const known = opened.get(day) ?? (await open(await bundledWorkspace(), { asOf: day }));
    opened.set(day, known);
    return known;
  };
  const told = async (technology: string, day: string): Promise<CardControls> =>
    (await (await on(day)).technology({ technology })).controlsInForce;
  beforeAll(() => bundledWorkspace());
  afterAll(async () => {
    for (const each of opened.values()) await each.close();
  });

  it("are those of the day, with their dates, citation and link", async () => {
    expect((await told("arf-immersion-lithography", "2018-01-01")).inForce).toEqual([]);
    const found = await told("arf-immersion-lithography", "2025-01-01");
    expect(found.finding).toMatch(/^At least \d+ controls of the United States, Japan and the Netherlands in force on 2025-01-01\./);
    const dutch = found.inForce.find(({ id, citation }) => id.startsWith("nl-") && citation === "Staatscourant 2023, 18212");
    expect(dutch).toMatchObject({
      issuer: "NL",
      kind: "item",
      kindWords: "item rule",
      against: "CN",
      againstWords: "China",
      published: "2023-06-30",
      effective: "2023-09-01",
      basis: "effective",
      link: { rule: "named", technology: "arf-immersion-lithography" },
      rule: { state: "in force" },
    });
    expect(new Set(found.inForce.map(({ link }) => `${link.rule} ${link.technology}`))).toEqual(
      new Set(["named arf-immersion-lithography", "family lithography"]),
    );
    const party = found.inForce.find(({ against }) => against === "smic");
    expect(party?.againstWords).toBe("SMIC");
    expect([party?.kind, party?.effective, party?.published]).toEqual(["listed-party", "2020-12-18", "2020-12-22"]);
    expect(found.inForce.map(({ kind }) => kind)).toContain("content");
  });

  it("say what they cannot know", async () => {
    const { items, limits } = await told("arf-immersion-lithography", "2025-01-01");
    expect(items.map(({ reasons }) => reasons)).toEqual(items.map(() => null));
    expect(limits.join(" ")).toMatch(/not clearance.*No timeline of rules is loaded.*No edition of the control list/);
    expect((await told("arf-immersion-lithography", "2018-01-01")).finding).toMatch(/none|No control .* not clearance/);
  });

  it.runIf(isLong)("tell of what was published and is not in force yet, and not of what came later", async () => {
    const found = await told("arf-immersion-lithography", "2023-06-01");
    expect(found.toCome.map(({ id, effective }) => [id.slice(0, 2), effective])).toEqual([["jp", "2023-07-23"]]);
    expect((await told("arf-immersion-lithography", "2018-01-01")).toCome).toEqual([]);
  });

  it.runIf(isLong)("tell of a suspension apart, and leave open whether it was extended", async () => {
    const paused = await told("gallium", "2026-11-27");
    expect([paused.suspended.map(({ id, state }) => [id, state]), paused.finding]).toEqual([
      [["cn-2024-us-gallium", "suspended"]],
      expect.stringContaining("1 more suspended."),
    ]);
    const over = await told("gallium", "2026-11-28");
    expect(over.suspended).toMatchObject([
      { id: "cn-2024-us-gallium", state: "suspension ended unless extended", suspendedUntil: "2026-11-27" },
    ]);
    expect(over.finding).toContain("1 more in force again unless the suspension, which has ended, was extended.");
    expect(over.ended).toEqual([]);
  });

  it.runIf(isLong)("are a limit of what rests on them where a suspension has ended", async () => {
    const limits = async (day: string) => (await (await on(day)).chokepoints({ home: "US", top: 1 })).evidence.limits.join(" ");
    expect(await limits("2026-11-28")).toMatch(/unless their suspension was extended, which is not known: .*No. 46 of 2024, part 2/);
    expect(await limits("2026-11-09")).not.toContain("suspension");
  });

  it("name the documents of the controls among those of the card", async () => {
    const card = await (await on("2025-01-01")).technology({ technology: "arf-immersion-lithography" });
    const known = new Set(card.documents.map(({ id }) => id));
    expect(card.controlsInForce.inForce.filter(({ source }) => source !== null && !known.has(source))).toEqual([]);
  });

  it.runIf(isLong)("colour the map by who issues them, and leave what nobody recorded unknown", async () => {
    const map = await (await on("2025-01-01")).map({});
    const of = new Map(map.nodes.map((node) => [node.id, node.controls]));
    expect([...(of.get("arf-immersion-lithography")?.issuers ?? [])].sort()).toEqual(["JP", "NL", "US"]);
    expect(of.get("arf-immersion-lithography")?.entriesUnknown).toBe(true);
    expect(of.get("gallium")).toEqual({ issuers: ["CN"], entriesUnknown: false });
    expect([...of.values()].filter((each) => each === null).length).toBeGreaterThan(20);
    expect(map.nodes.filter(({ controls: each, controlsUnknown }) => (each === null) === (controlsUnknown === null))).toEqual([]);
    expect(map.controlsFinding).toMatch(
      /^On 2025-01-01, recorded controls apply to at least \d+ of \d+ technologies; on \d+ none is recorded as in force, which is not clearance/,
    );
    const unknownOn = async (day: string) => (await (await on(day)).map({})).nodes.find(({ id }) => id === "gallium");
    expect(await unknownOn("2018-01-01")).toMatchObject({ controls: null, controlsUnknown: "none recorded" });
    expect(await unknownOn("2023-07-15")).toMatchObject({ controls: null, controlsUnknown: "none recorded as in force" });
    const never = await (await on("1900-01-01")).map({});
    expect(never.nodes.flatMap(({ controls: each }) => each?.issuers ?? []).filter((issuer) => issuer !== "US")).toEqual([]);
  });

  it.each(some(["2020-01-01", "2025-01-01", "2026-11-20"], ["2025-01-01"]))(
    "show of a family all that its members show, on the map and on its card: %s",
    async (day) => {
      const ask = await on(day);
      const { nodes } = await ask.map({});
      const of = new Map(nodes.map((node) => [node.id, new Set(node.controls?.issuers ?? [])]));
      const lost = nodes.flatMap(({ id, parent }) =>
        [...(of.get(id) ?? [])].flatMap((issuer) =>
          parent === null || of.get(parent)?.has(issuer) ? [] : [`${parent} lacks ${issuer} of ${id}`],
        ),
      );
      expect(lost).toEqual([]);
    },
  );

  it("tell on the card of a family what binds its members, and by which of them", async () => {
    const { inForce, finding, items } = await told("pellicles", "2025-01-01");
    expect(new Set(inForce.map(({ issuer, link }) => `${issuer} ${link.rule} ${link.technology}`))).toEqual(
      new Set(["US member euv-pellicles", "NL member euv-pellicles"]),
    );
    expect(finding).toContain(`, ${inForce.length} of them on what folds into it alone.`);
    expect(items.map(({ technology }) => technology)).toContain("euv-pellicles");
    const member = await told("euv-pellicles", "2025-01-01");
    expect(member.finding).not.toContain("folds into it");
  });

  it.runIf(isLong)("agree between the map and the cards", async () => {
    const ask = await on("2025-01-01");
    const map = await ask.map({});
    for (const node of some(map.nodes, map.nodes.slice(0, 8))) {
      const issuers = new Set((await ask.technology({ technology: node.id })).controlsInForce.inForce.map(({ issuer }) => issuer));
      expect([node.id, [...(node.controls?.issuers ?? [])].sort()]).toEqual([node.id, [...issuers].sort()]);
    }
  });
});

describe.skipIf(controls.absent || !isLong)("listed parties on the card, real lists", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await open(await controlsWorkspace(), { asOf: "2026-11-25" });
  });
  afterAll(() => map?.close());

  it("are those that deal in it, once for each list, with the days and the link", async () => {
    const { listed, items, limits } = (await map.technology({ technology: "nand" })).controlsInForce;
    const ymtc = listed?.find(({ organisation }) => organisation === "ymtc");
    expect(ymtc?.deals.map(({ rule }) => rule)).toContain("plant");
    const entity = ymtc?.listed.filter(({ list }) => list === "us-entity-list");
    expect(entity).toMatchObject([{ issuer: "US", standing: { status: "listed", basis: "effective", since: "2022-12-16" } }]);
    expect(items.filter(({ reasons }) => reasons === null)).toEqual([]);
    expect(limits.join(" ")).not.toMatch(/No list of parties|No edition|No timeline/);
    const before = await open(await controlsWorkspace(), { asOf: "2022-12-15" });
    const earlier = (await before.technology({ technology: "nand" })).controlsInForce.listed;
    await before.close();
    expect(
      earlier?.flatMap(({ organisation, listed: lists }) => (organisation === "ymtc" ? lists.map(({ list }) => list) : [])),
    ).not.toContain("us-entity-list");
  });

  it("are none for those that nobody listed", async () => {
    const { listed } = (await map.technology({ technology: "dram" })).controlsInForce;
    expect(listed?.map(({ organisation }) => organisation)).not.toContain("samsung");
  });
});
