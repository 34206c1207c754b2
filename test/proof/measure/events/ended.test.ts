import { describe, expect, it } from "vitest";
import { periodOf } from "../../../../src/base/period.ts";
import { endedBefore } from "../../../../src/proof/measure/events/ended.ts";
import { asked, reading, row, shock } from "./invented-shock.ts";

const day = (text: string): number => periodOf(text)!.start;
const measured = (date: string) => [row(asked("imports", "ratio"), { last: reading(date, 1) })];
const of = (events: Parameters<typeof endedBefore>[0], date: string) => endedBefore(events, day(date)).map(({ id }) => id);

describe("endedBefore", () => {
  it("counts an outage once its last measurement is over", () => {
    const fire = shock(measured("2020-10"), { id: "FIRE", act: "FIRE", kind: "outage" });
    expect(of([fire], "2020-10-31")).toEqual([]);
    expect(of([fire], "2020-11-01")).toEqual(["FIRE"]);
  });

  it("counts a measure once it is lifted and measured, and never while it is in force", () => {
    const lifted = { id: "LIFTED", act: "LIFTED", ended: day("2021-03-01") };
    expect(of([shock(measured("2020"), lifted)], "2021-03-01")).toEqual([]);
    expect(of([shock(measured("2020"), lifted)], "2021-03-02")).toEqual(["LIFTED"]);
    expect(of([shock(measured("2022"), lifted)], "2022-12-31")).toEqual([]);
    expect(of([shock(measured("2020"))], "2099-01-01")).toEqual([]);
  });

  it("ends an act with the last of its events", () => {
    const quake = (id: string, date: string) => shock(measured(date), { id, act: "QUAKE", kind: "outage" });
    const events = [quake("ONE", "2020-08"), quake("TWO", "2020-12")];
    expect(of(events, "2020-10-01")).toEqual([]);
    expect(of(events, "2021-01-01")).toEqual(["ONE", "TWO"]);
  });
});
