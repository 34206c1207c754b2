import { describe, expect, test } from "vitest";
import { atOnce } from "../../../src/base/turns.ts";
import { earliestCitation, federalRegisterCitations, yearOfVolume } from "../../../src/link/federal-register.ts";
import { withBorrowedDays } from "../../../src/screen/read-lists.ts";
import { csl } from "../../../src/sources/controls/csl.ts";
import { entityList } from "../../../src/sources/controls/entity-list.ts";
import { controls, load, party } from "../loaded.ts";

const undated = (entry: string, name: string, economy: string, citation: string | null) => party({ entry, name, economy, citation });
const dated = (entry: string, name: string, economy: string, citation: string, published: string) =>
  party({ entry, name, economy, citation, published, origin: "two" });

function borrowed(...rows: Parameters<typeof withBorrowedDays>[0]): Readonly<Record<string, string | null>> {
  const names = new Map(rows.map(({ entry, name }) => [entry, [name]]));
  return Object.fromEntries(
    atOnce(withBorrowedDays(rows, (entry) => names.get(entry) ?? [])).map(({ entry, datedBy }) => [entry, datedBy]),
  );
}

describe("days of another reading of a list", () => {
  test("are those of the row of the same economy, though one of another has the very name", () => {
    const lender = dated("lender", "Nord Mill Co., Ltd.", "CN", "84 FR 22961, 5/21/19", "2019-05-21");
    const rows = [
      undated("hk", "Nord Mill Co., Ltd.", "HK", "84 FR 22963"),
      undated("cn", "Nord Mill Co., Ltd. (Nord)", "CN", "84 FR 22963"),
      lender,
    ];
    expect(borrowed(...rows)).toEqual({ hk: null, cn: "lender", lender: null });
  });

  test("go by what is cited first where one name stands twice", () => {
    const rows = [
      undated("of-2019", "Nord Mill GmbH", "DE", "84 FR 22963; 85 FR 51603"),
      undated("of-2020", "Nord Mill GmbH", "DE", "85 FR 51603"),
      dated("two-2020", "Nord Mill GmbH", "DE", "85 FR 51603, 8/20/20", "2020-08-20"),
      dated("two-2019", "Nord Mill GmbH", "DE", "84 FR 22961, 5/21/19", "2019-05-21"),
    ];
    const expected = { "of-2019": "two-2019", "of-2020": "two-2020", "two-2020": null, "two-2019": null };
    expect(borrowed(...rows)).toEqual(expected);
    expect(borrowed(...[...rows].reverse())).toEqual(expected);
  });

  test("are not lent where they are of another year than what is cited first", () => {
    const lender = dated("lender", "Nord Mill GmbH", "DE", "85 FR 51603, 8/20/20", "2020-08-20");
    expect(borrowed(undated("old", "Nord Mill GmbH", "DE", "84 FR 22963, 85 FR 51603"), lender).old).toBeNull();
    expect(borrowed(undated("bare", "Nord Mill GmbH", "DE", null), lender).bare).toBe("lender");
  });

  test("are lent to each copy of a list", () => {
    const lender = dated("lender", "Nord", "NO", "85 FR 1, 1/2/20", "2020-01-02");
    const copies = ["2026-01-01", "2026-02-01"].map((edition) => ({ ...undated(edition, "Nord", "NO", null), edition }));
    expect(borrowed(...copies, lender)).toEqual({ "2026-01-01": "lender", "2026-02-01": "lender", lender: null });
  });
});

describe.skipIf(controls.absent)(`days in ${controls.path}`, () => {
  test("of the Entity List are lent to most rows of the screening list, never of another year than their first citation", async () => {
    const [screening, list] = [await load(csl, "csl/consolidated.csv"), await load(entityList, "entity-list")];
    const rows = [...screening.of("party_entry").filter((row) => row.list === "us-entity-list"), ...list.of("party_entry")];
    const names = new Map<string, string[]>();
    for (const { entry, name } of [...screening.of("party_name"), ...list.of("party_name")])
      names.set(entry, [...(names.get(entry) ?? []), name]);
    const found = atOnce(withBorrowedDays(rows, (entry) => names.get(entry) ?? []));
    const lent = found.filter(({ datedBy }) => datedBy !== null);
    expect(lent.length).toBeGreaterThan(3100);
    const otherYear = lent.filter(({ citation, published }) => {
      const first = earliestCitation(federalRegisterCitations(citation ?? ""));
      return first !== undefined && published !== null && !published.startsWith(`${yearOfVolume(first.volume)}-`);
    });
    expect(otherYear).toEqual([]);
    const of = (key: string) => found.find(({ entry }) => entry === `csl/us-entity-list/${key}`);
    expect(of("huawei-technologies-co-ltd-huawei-cn")).toMatchObject({
      published: "2019-05-21",
      datedBy: "entity-list/us-entity-list/huawei-technologies-co-ltd-cn",
    });
    expect(of("huawei-technologies-dusseldorf-gmbh-de-2")?.published).toBe("2020-08-20");
    expect(of("huawei-technologies-dusseldorf-gmbh-de")?.published).not.toBe("2020-08-20");
  });
});
