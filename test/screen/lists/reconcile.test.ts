import { describe, expect, test } from "vitest";
import { type ReadParty, reconcile } from "../../../src/screen/lists/reconcile.ts";
import { csl } from "../../../src/sources/controls/csl.ts";
import { entityList } from "../../../src/sources/controls/entity-list.ts";
import { partyList } from "../../../src/sources/controls/party-list.ts";
import { isLong } from "../../tiers.ts";
import { controls, load, party, readParties } from "../loaded.ts";

const read = (
  name: string,
  over: Parameters<typeof party>[0] = {},
  names: readonly string[] = [],
  citations: readonly string[] = [],
): ReadParty => ({
  party: party({ entry: name, name, ...over }),
  names: [name, ...names],
  citations,
});

describe("two readings of one list", () => {
  test("are matched by name and economy, by name, then by another name; what differs is named", () => {
    const a = [
      read("Nord Ltd", { economy: "NO" }, [], ["85 FR 1"]),
      read("Sund", { economy: "SE", footnotes: "5" }),
      read("Vest Mill", {}, ["Western Mill"]),
      read("Only A"),
      read("Twice"),
    ];
    const b = [
      read("NORD LTD.", { economy: "SE" }),
      read("Nord, Ltd", { economy: "NO" }, [], ["86 FR 2"]),
      read("Sund", { economy: "DK", footnotes: "4" }),
      read("Western Mill"),
      read("Only B"),
    ];
    const found = reconcile(a, b);
    expect(found.matched.map(({ a: of, b: other, by, differs }) => [of.entry, other.entry, by, differs])).toEqual([
      ["Nord Ltd", "Nord, Ltd", "name", ["citations"]],
      ["Sund", "Sund", "name", ["economy", "footnotes"]],
      ["Vest Mill", "Western Mill", "other name", []],
    ]);
    expect(found.onlyA.map(({ entry }) => entry)).toEqual(["Only A", "Twice"]);
    expect(found.onlyB.map(({ entry }) => entry)).toEqual(["NORD LTD.", "Only B"]);
  });

  test("no row is matched twice, and all rows are accounted for", () => {
    const a = [read("Nord"), read("Nord"), read("Nord")];
    const b = [read("Nord"), read("Nord")];
    const found = reconcile(a, b);
    expect([found.matched.length, found.onlyA.length, found.onlyB.length]).toEqual([2, 1, 0]);
  });
});

describe.skipIf(controls.absent)(`readings in ${controls.path}`, () => {
  test.runIf(isLong)(
    "Entity List: the structured JSON and the screening list differ on about 5% of names, and cite other pages",
    async () => {
      const [json, screening] = [await load(entityList, "entity-list"), await load(csl, "csl/consolidated.csv")];
      const [a, b] = [readParties(json, "us-entity-list"), readParties(screening, "us-entity-list")];
      const found = reconcile(a, b);
      expect(found.matched.length + found.onlyA.length).toBe(3409);
      expect(found.matched.length + found.onlyB.length).toBe(3420);
      const differing = found.onlyA.length + found.matched.filter(({ by }) => by === "other name").length;
      expect(differing / 3409).toBeGreaterThan(0.01);
      expect(differing / 3409).toBeLessThan(0.06);
      expect(found.matched.filter(({ differs }) => differs.includes("citations")).length).toBeGreaterThan(100);
    },
  );

  test.runIf(isLong)("Denied Persons: 564 rows against 1,596, both kept", async () => {
    const [json, screening] = [await load(partyList, "lists/bis_dpl.json"), await load(csl, "csl/consolidated.csv")];
    const found = reconcile(readParties(json, "us-denied-persons"), readParties(screening, "us-denied-persons"));
    expect(found.matched.length + found.onlyA.length).toBe(564);
    expect(found.matched.length + found.onlyB.length).toBe(1596);
    expect(found.matched.length).toBeGreaterThan(450);
  });

  test("Nonproliferation: the master list of 528 rows holds what has ended, the screening list 161", async () => {
    const [json, screening] = [await load(partyList, "lists/state_nonproliferation.json"), await load(csl, "csl/consolidated.csv")];
    const master = readParties(json, "us-nonproliferation");
    const current = master.filter(({ party: { ended } }) => ended === null);
    expect([master.length, current.length]).toEqual([528, 198]);
    const found = reconcile(current, readParties(screening, "us-nonproliferation"));
    expect(found.matched.length).toBeGreaterThan(100);
  });
});
