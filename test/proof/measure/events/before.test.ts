import { describe, expect, it } from "vitest";
import type { Party } from "../../../../src/link/party.ts";
import { amountBefore, sendersPart, shareBefore } from "../../../../src/proof/measure/events/before.ts";
import type { Asked, Reading, Shock, ShockRow } from "../../../../src/proof/measure/events/shock.ts";

const party = (id: string, kind: Party["kind"] = "economy"): Party => ({ name: id, kind, id, economies: [id], seat: null });
const [AA, BB, CC, DD] = ["AA", "BB", "CC", "DD"].map((id) => party(id)) as [Party, Party, Party, Party];
const world: Party = { name: "world", kind: "world", id: null, economies: [], seat: null };
const reading = (low: number, high = low, start = 10, end = 20): Reading => ({ start, end, low, high });

const gas: Asked = {
  output: "imports",
  as: "ratio",
  economy: DD,
  partner: null,
  organisation: null,
  technology: { name: "gas", id: "gas" },
};
const row = (asked: Partial<Asked> | null, from: Reading | null, unit = "t"): ShockRow => ({
  of: "gas",
  what: "imports",
  unit,
  role: "output",
  from,
  last: null,
  asked: asked && { ...gas, ...asked },
});
const shock = (rows: readonly ShockRow[], senders: readonly Party[] = [AA]): Shock => ({
  id: "ONE",
  act: "ONE",
  kind: "ban",
  cause: null,
  announced: 90,
  from: 100,
  ended: null,
  senders,
  targets: [DD],
  technologies: ["gas"],
  unknownTechnologies: [],
  rows,
});
const share = (from: Reading | null, more: Partial<Asked> = {}, unit = "pct") =>
  row({ output: "import_share", partner: AA, ...more }, from, unit);

describe("what a share was before the event", () => {
  const asks = (own: ShockRow, ...others: readonly ShockRow[]) => shareBefore(shock([...others, own]), own);

  it("is the row's own first measurement, as a fraction of nothing to all", () => {
    expect(asks(share(reading(40, 60)))).toEqual({ low: 0.4, high: 0.6 });
    expect(asks(share(reading(0, 100)))).toEqual({ low: 0, high: 1 });
    expect(asks(share(reading(0.25), {}, "fraction"))).toEqual({ low: 0.25, high: 0.25 });
  });

  it.each([
    ["is not told", share(null)],
    ["began on the day of effect", share(reading(40, 40, 100, 110))],
    ["is more than all", share(reading(40, 101))],
    ["is less than nothing", share(reading(-1, 40))],
    ["is an amount", share(reading(0.4), {}, "t")],
  ])("is unknown where it %s", (_, own) => expect(asks(own)).toBeNull());

  it("is else that of another row on the same quantity", () => {
    const other = share(reading(30));
    expect(asks(share(null), other)).toEqual({ low: 0.3, high: 0.3 });
    expect(asks(share(reading(50)), other)).toEqual({ low: 0.5, high: 0.5 });
  });

  it.each<[string, Partial<Asked>]>([
    ["output", { output: "imports" }],
    ["economy", { economy: BB }],
    ["partner", { partner: BB }],
    ["organisation", { organisation: CC }],
    ["technology", { technology: { name: "acid", id: "acid" } }],
    ["technology that the map does not have", { technology: { name: "acid", id: null } }],
  ])("is not that of another %s", (_, more) => expect(asks(share(null), share(reading(30), more))).toBeNull());

  it("takes technologies without an id by their name, and no partner for all the world", () => {
    const strange = { technology: { name: "fog", id: null } };
    expect(asks(share(null, strange), share(reading(30), strange))).toEqual({ low: 0.3, high: 0.3 });
    expect(asks(share(null, { partner: null }), share(reading(30), { partner: world }))).toEqual({ low: 0.3, high: 0.3 });
    expect(asks(share(null, { partner: null }), share(reading(30), { partner: AA }))).toBeNull();
  });
});

it("an amount before the event is of the same quantity in the same unit", () => {
  const [own, other] = [row({}, null), row({}, reading(7, 9))];
  expect(amountBefore(shock([own, other]), own)).toMatchObject({ low: 7, high: 9 });
  expect(amountBefore(shock([own, row({}, reading(7), "kg")]), own)).toBeNull();
  expect(amountBefore(shock([own, row(null, reading(7))]), own)).toBeNull();
  expect(amountBefore(shock([row({}, reading(1)), other]), other)).toMatchObject({ low: 7, high: 9 });
});

describe("the part of the senders", () => {
  const part = (rows: readonly ShockRow[], senders?: readonly Party[]) => sendersPart(shock(rows, senders), DD, "gas");
  const all = row({}, reading(100, 200));

  it("is what came from them of what came from all, ends against ends", () => {
    expect(part([all, row({ partner: AA }, reading(30, 40))])).toEqual({ low: 30 / 200, high: 40 / 100 });
    expect(part([all, row({ partner: AA }, reading(300))])).toEqual({ low: 1, high: 1 });
  });

  it("is the sum over all senders, each once, and a floor alone where one is not told", () => {
    const [a, b] = [row({ partner: AA }, reading(30)), row({ partner: BB }, reading(10, 20))];
    const whole = row({}, reading(100));
    expect(part([whole, a, b, a], [AA, BB])).toEqual({ low: 0.4, high: 0.5 });
    expect(part([whole, a], [AA, BB])).toEqual({ low: 0.3, high: 1 });
  });

  it.each([
    ["of other days", row({ partner: AA }, reading(30, 40, 11, 20))],
    ["to another end", row({ partner: AA }, reading(30, 40, 10, 21))],
    ["in another unit", row({ partner: AA }, reading(30), "kg")],
    ["from somebody else", row({ partner: CC }, reading(30))],
    ["to somebody else", row({ partner: AA, economy: BB }, reading(30))],
    ["of another technology", row({ partner: AA, technology: { name: "acid", id: "acid" } }, reading(30))],
    ["of exports", row({ partner: AA, output: "exports" }, reading(30))],
    ["after the event", row({ partner: AA }, reading(30, 40, 100, 110))],
  ])("is not told by an amount %s", (_, other) => expect(part([all, other])).toBeNull());

  it("is else told by shares, which are added up", () => {
    expect(part([share(reading(40, 60))])).toEqual({ low: 0.4, high: 0.6 });
    expect(part([share(reading(40)), share(reading(30), { partner: BB })], [AA, BB])).toEqual({ low: 0.7, high: 0.7 });
    expect(part([share(reading(80)), share(reading(40), { partner: BB })], [AA, BB])).toEqual({ low: 1, high: 1 });
    expect(part([share(reading(40), { partner: CC })])).toBeNull();
    expect(part([row({}, reading(0)), row({ partner: AA }, reading(30)), share(reading(20))])).toEqual({ low: 0.2, high: 0.2 });
  });
});
