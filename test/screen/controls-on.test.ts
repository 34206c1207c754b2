import { beforeAll, describe, expect, it } from "vitest";
import { bundledFile } from "../../src/base/built-file.ts";
import type { Row } from "../../src/base/tables.ts";
import { controlsOn } from "../../src/screen/control-state.ts";
import { createTimeline, mergeRules, type RuleTimeline } from "../../src/screen/rules/timeline.ts";
import { atlas } from "../../src/sources/supply/atlas/atlas.ts";
import { readAll } from "../sources/support.ts";

describe("the rules of a day between two, of the bundled atlas", () => {
  let [withheld, timeline]: [readonly Row<"withheld">[], RuleTimeline] = [[], createTimeline([])];
  beforeAll(async () => {
    withheld = (await readAll(atlas, [bundledFile("atlas/withheld.csv")])).of("withheld");
    timeline = createTimeline(mergeRules((await readAll(atlas, [bundledFile("atlas/rules.csv")])).of("control_rule")));
  });

  /** Each rule once: number of what cites it, `*` against everyone, `?` where its suspension may have been extended. */
  const rules = (day: string, issuer: string, target: string): readonly string[] => {
    const found = controlsOn(withheld, timeline, [target], day).filter(({ control }) => control.issuer === issuer);
    return [
      ...new Set(found.map(({ control, everyone, lapsed }) => `${control.citation}${everyone ? " *" : ""}${lapsed ? " ?" : ""}`)),
    ].sort();
  };
  const mofcom = (number: string): string => `MOFCOM and GAC Announcement No. ${number} *`;

  it("China's on the United States: on everyone since 2023, in part on them alone until it was suspended, and perhaps again", () => {
    expect(rules("2023-09-01", "CN", "US")).toEqual([mofcom("23 of 2023")]);
    const binding = ["10 of 2025", "18 of 2025", "23 of 2023", "33 of 2024"].map(mofcom);
    expect(rules("2025-06-01", "CN", "US")).toEqual(["MOFCOM Announcement No. 46 of 2024, part 2", ...binding]);
    expect(rules("2025-11-15", "CN", "US")).toEqual(binding);
    expect(rules("2026-12-02", "CN", "US").filter((each) => !each.endsWith("?"))).toEqual(binding);
    expect(rules("2026-12-02", "CN", "US").filter((each) => each.endsWith("?"))).toEqual([
      "MOFCOM Announcement No. 46 of 2024, part 2 ?",
      "MOFCOM Announcement No. 61 of 2025 * ?",
      ...["55 of 2025", "56 of 2025", "57 of 2025"].map((number) => `${mofcom(number)} ?`),
    ]);
    expect(rules("2026-12-02", "CN", "JP")).toEqual(rules("2026-12-02", "CN", "US").filter((each) => each.includes("*")));
    expect(rules("2026-12-02", "CN", "CN")).toEqual([]);
  });

  it("those of the United States and the Netherlands on China grow, those of Japan on South Korea have ended", () => {
    const counts = (issuer: string, target: string) =>
      ["2023-09-01", "2025-11-15", "2026-12-02"].map((day) => rules(day, issuer, target).length);
    expect(counts("US", "CN")).toEqual([2, 8, 9]);
    expect(counts("NL", "CN")).toEqual([2, 5, 5]);
    expect([rules("2022-01-01", "JP", "KR").length, ...counts("JP", "KR")]).toEqual([1, 0, 0, 0]);
  });
});
