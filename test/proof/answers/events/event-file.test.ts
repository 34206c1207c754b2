import { describe, expect, it } from "vitest";
import type { EventNames } from "../../../../src/answers/shared/event-parties.ts";
import type { SourceDocument } from "../../../../src/answers/shared/evidence.ts";
import type { ReadModel } from "../../../../src/answers/shared/read-model.ts";
import { LevermapError } from "../../../../src/base/errors.ts";
import { eventFileJsonSchema, readEventText, summaryOf } from "../../../../src/proof/answers/events/event-file.ts";
import { shockOf } from "../../../../src/proof/answers/events/event-shock.ts";
import { citationOf, type EventSource, eventDocuments } from "../../../../src/proof/answers/events/event-sources.ts";

const row =
  "{of: gas, what: imports, unit: kg, from: {date: 2019, value: 3}, to: {date: 2020-Q4, value: [1, 2]}, role: output, predict: {output: imports, as: ratio}}";
const file = (more = "", measured = row): string => `
- id: ONE
  what: an invented shock
  date: 2020-07
  kind: licence
  senders: [AA]
  targets: [BB]
  technologies: [gas]
${more}
  measured:
    - ${measured}
`;

function problems(text: string): readonly string[] {
  try {
    readEventText("events.yaml", text);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof LevermapError)) throw thrown;
    expect([thrown.code, thrown.details.file]).toEqual(["LM_EVENTS_INVALID", "events.yaml"]);
    return thrown.details.problems as readonly string[];
  }
}

it("an act needs somebody who withholds, an outage nobody", () => {
  const nobody = file().replace("senders: [AA]", "senders: []");
  expect(problems(nobody)).toEqual(["event 1 (ONE), senders: is empty; an act needs a sender"]);
  expect(problems(nobody.replace("licence", "outage"))).toEqual([]);
});

describe("what an event does not say", () => {
  const names: EventNames = {
    party: (name) => ({ name, kind: "unknown", id: null, economies: [], seat: null }),
    technology: () => null,
  };
  const shock = (text: string) => shockOf(readEventText("events.yaml", text).events[0]!, names);
  const outage = (what: string) => shock(file().replace("kind: licence", "kind: outage").replace("an invented shock", what));

  it("the cause of an outage is what its words tell", () => {
    const causes = [
      "Fire at the plant",
      "An earthquake stops it",
      "A power dip of a second",
      "Half an hour without power",
      "It stood still",
    ];
    expect(causes.map((what) => outage(what).cause)).toEqual(["fire", "quake", "power", "power", null]);
    expect(outage("Hydrogen explosion and fire").cause).toBe("fire");
    expect(shock(file().replace("an invented shock", "after a fire")).cause).toBe(null);
    expect(shock(file("  cause: flood").replace("kind: licence", "kind: outage").replace("an invented shock", "Fire")).cause).toBe("flood");
  });

  it("events are one act if they broke off on one day, or if one authority told of them on one day", () => {
    expect(outage("Fire").act).toBe("2020-07");
    expect(shock(file()).act).toBe("2020-07 AA");
    expect(shock(file("  announced: 2020-05-01")).act).toBe("2020-05-01 AA");
    expect(shock(file("  act: RULE")).act).toBe("RULE");
  });
});

describe("where a row was read", () => {
  const document = {
    id: "s-one",
    title: "Trade in gases",
    publisher: "Office",
    published: "2021",
    url: "https://example.org/a",
    locator: null,
    access: null,
  };
  const read = { documents: new Map([["s-one", document]]) } as unknown as Pick<ReadModel, "documents">;
  const parts = { title: "Gas, 2020", publisher: "Paper", year: 2020, url: "https://example.org/b" };
  const told = (source: EventSource) => {
    const [{ publisher, year, url, id }] = eventDocuments(read, [{ event: "ONE", source }]) as [SourceDocument];
    return { publisher, year, url, id };
  };

  it("is cited in words or in parts, and its citation stays", () => {
    const cited = (source: string) =>
      readEventText("events.yaml", file("", row.replace("role", `source: ${source}, role`))).events[0]!.measured[0]!;
    expect(citationOf(cited('"Paper, page 3"').source!)).toBe("Paper, page 3");
    expect(cited(JSON.stringify(parts)).source).toEqual(parts);
    expect(citationOf(parts)).toBe("Paper, Gas, 2020, 2020, https://example.org/b");
    expect(problems(file("", row.replace("role", "source: {publisher: Paper}, role")))[0]).toContain("measured 1, source");
  });

  it("tells publisher and year as the file does, or as the map knows them at the address, and never guesses", () => {
    expect(told(parts)).toMatchObject({ publisher: "Paper", year: 2020, url: "https://example.org/b" });
    expect(told("Office, as copied at https://example.org/a.")).toMatchObject({
      publisher: "Office",
      year: 2021,
      url: "https://example.org/a",
    });
    expect(told("Paper of 2020, https://example.org/c")).toEqual({
      publisher: null,
      year: null,
      url: "https://example.org/c",
      id: "Paper of 2020, https://example.org/c",
    });
    expect(
      eventDocuments(read, [
        { event: "ONE", source: parts },
        { event: "TWO", source: { ...parts } },
      ]),
    ).toHaveLength(1);
  });
});

describe("readEventText", () => {
  it("reads an event, its dates as written", () => {
    const { events, notRead } = readEventText("events.yaml", file("  announced: 2020\n  note: well known"));
    expect(events[0]).toMatchObject({
      id: "ONE",
      announced: 2020,
      date: "2020-07",
      measured: [{ unit: "kg", from: { date: 2019, value: 3 } }],
    });
    expect(notRead).toEqual([]);
  });

  it("takes names that nobody knows, and outputs too", () => {
    expect(problems(file("", row.replace("output: imports", "output: happiness")))).toEqual([]);
    expect(problems(file().replace("[AA]", "[Atlantis Works]").replace("[gas]", "[aether]"))).toEqual([]);
  });

  it("tells keys that it does not read, with their place", () => {
    const text = file(
      "  anounced: 2020-01",
      row.replace("{of: gas,", "{of: gas, sorce: press,").replace("as: ratio", "as: ratio, ecnomy: BB"),
    );
    expect(readEventText("events.yaml", text).notRead).toEqual([
      "event 1 (ONE): anounced",
      "event 1 (ONE), measured 1: sorce",
      "event 1 (ONE), measured 1: ecnomy",
    ]);
  });

  it.each([
    ["no list", "id: ONE", "the file: is not a list; each event starts with `- id:`"],
    ["nothing", "", "the file: is not a list; each event starts with `- id:`"],
    ["a bad date", file().replace("2020-07", "summer"), "event 1 (ONE), date: is not a valid date: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD"],
    [
      "a day that is none",
      file().replace("2020-07", "2020-02-30"),
      "event 1 (ONE), date: is not a valid date: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD",
    ],
    ["a bad kind", file().replace("kind: licence", "kind: tariff"), "event 1 (ONE), kind: is not licence, denial, ban or outage"],
    [
      "a bad role",
      file("", row.replace("role: output", "role: guess")),
      "event 1 (ONE), measured 1, role: is not input, output or outside",
    ],
    [
      "ends the wrong way round",
      file("", row.replace("[1, 2]", "[2, 1]")),
      "event 1 (ONE), measured 1, to.value: has its higher end first",
    ],
    [
      "a value in words",
      file("", row.replace("value: 3", "value: few")),
      "event 1 (ONE), measured 1, from.value: is not a number or [low, high]",
    ],
    ["no value", file("", row.replace(", value: 3", "")), "event 1 (ONE), measured 1, from.value: is not a number or [low, high]"],
    [
      "an infinite value",
      file("", row.replace("value: 3", "value: .inf")),
      "event 1 (ONE), measured 1, from.value: is not a number or [low, high]",
    ],
    [
      "an output without `predict`",
      file("", row.replace(/, predict.*/, "}")),
      "event 1 (ONE), measured 1: is an output and needs `predict`",
    ],
    ["`from` without `to`", file("", row.replace("to: {date", "at: {date")), "event 1 (ONE), measured 1: has `from` without `to`"],
    ["neither `to` nor `at`", file("", row.replace(/from.*role/, "role")), "event 1 (ONE), measured 1: must have either `to` or `at`"],
    [
      "announced after the effect",
      file("  announced: 2020-08"),
      "event 1 (ONE): was announced after it took effect; `announced` is the earlier date",
    ],
    ["two of one id", file() + file(), "the file: has two events of one id"],
  ])("says what is wrong: %s", (_, text, problem) => expect(problems(text)).toContain(problem));

  it("refuses files that would take for ever, and says why", () => {
    expect(problems("[".repeat(5000))).toHaveLength(1);
    expect(problems(`a: ${"x".repeat(2 << 20)}`)).toEqual(["the file: it is larger than 1 MB"]);
  });

  it("counts the rows of each role", () => {
    const { events } = summaryOf(readEventText("events.yaml", file()));
    expect(events).toEqual([{ id: "ONE", what: "an invented shock", inputs: 0, outputs: 1, outside: 0 }]);
  });
});

it("has a JSON schema for editors", () => {
  const schema = eventFileJsonSchema() as { type: string; items: { required: string[]; properties: Record<string, { enum?: string[] }> } };
  expect(schema.type).toBe("array");
  expect(schema.items.required).toEqual(["id", "what", "date", "kind", "senders", "targets", "technologies", "measured"]);
  expect(schema.items.properties.kind?.enum).toEqual(["licence", "denial", "ban", "outage"]);
  expect(JSON.stringify(schema)).toContain("months_to_full");
});
