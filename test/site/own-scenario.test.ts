import { describe, expect, it } from "vitest";
import { readScenarioText } from "../../src/answers/scenario/scenario-file.ts";
import { isWhole, ownScenario, scenarioName, scenarioText } from "../../src/site/own-scenario.ts";

const query = { who: "JP", what: "photoresist", on: "KR", since: "2027-01-31", months: "6" };
const names = new Map([
  ["JP", "Japan"],
  ["NL", "the Netherlands"],
  ["KR", "South Korea"],
  ["photoresist", "Photoresists"],
]);
const nameOf = (id: string): string => names.get(id) ?? id;

describe("a scenario of an address", () => {
  it("is a scenario file with all that the address says", () => {
    const own = ownScenario({ ...query, with: "NL", also: "krf-photoresist" }, "2026-11-29");
    const { name, measures } = readScenarioText("it", scenarioText(own, scenarioName(own, nameOf)));
    expect(name).toBe("Japan and the Netherlands withhold Photoresists and krf-photoresist from South Korea, from 2027-01-31 for 6 months");
    expect(measures).toMatchObject([
      {
        withhold: {
          senders: ["JP", "NL"],
          targets: ["KR"],
          technologies: ["photoresist", "krf-photoresist"],
          from: "2027-01-31",
          easing: [{ date: "2027-07-31", left: 0 }],
        },
      },
    ]);
  });

  it("ends on no later day where a month is shorter", () => {
    const own = ownScenario({ ...query, months: "1" }, "2026-11-29");
    expect(scenarioText(own, "it")).toContain('"date":"2027-02-28"');
  });

  it.each(["", "0", "-3", "1.5", "many", "9999", "1e2"])("has no end for %j months", (months) => {
    expect(scenarioText(ownScenario({ ...query, months }, "2026-11-29"), "it")).not.toContain("easing");
  });

  it("begins today where no day is named, and is whole with who, what and from whom", () => {
    expect(ownScenario({}, "2026-11-29").since).toBe("2026-11-29");
    expect(isWhole(ownScenario(query, ""))).toBe(true);
    for (const name of ["who", "what", "on"]) expect(isWhole(ownScenario({ ...query, [name]: "" }, ""))).toBe(false);
  });

  it("tells a day that is none where the file is read", () => {
    const text = scenarioText(ownScenario({ ...query, since: "soon" }, ""), "it");
    expect(() => readScenarioText("it", text)).toThrow(/from/);
  });
});
