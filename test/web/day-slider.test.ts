import { describe, expect, it } from "vitest";
import { moved } from "../../src/site/map-moves.ts";
import { nodeColour } from "../../web/src/colour/colours.ts";
import { changesSince } from "../../web/src/map/changes-since.ts";
import { slidingDays } from "../../web/src/map/sliding-days.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { violations } from "./violations.ts";

const ask = fixtureAsk();
const [now, before] = [await ask.map({}), await ask.map({ asOf: "2020-12-31" })];

describe("a map of two days", () => {
  it("slides over ends of years and ends today", () => {
    const days = slidingDays("2026-11-20");
    expect([days[0], days.at(-2), days.at(-1)]).toEqual(["2015-12-31", "2025-12-31", "2026-11-20"]);
    expect(slidingDays("2014-01-01")).toEqual(["2014-01-01"]);
  });

  it("tells what differs, those that moved most first, and an unknown as no move", () => {
    const changes = changesSince(before, now);
    expect(changes).toHaveLength(2);
    const [half, fresh] = changes;
    expect(
      moved(
        before.nodes.find(({ id }) => id === half!.node.id),
        half!.node,
      ),
    ).toBeCloseTo(half!.node.score![1] / 2, 12);
    expect(fresh!.score[0]).toBeNull();
    expect(
      moved(
        before.nodes.find(({ id }) => id === fresh!.node.id),
        fresh!.node,
      ),
    ).toBeNull();
    expect(fresh!.added).toEqual(fresh!.node.controls?.issuers ?? []);
    expect(changesSince(now, now)).toEqual([]);
  });

  it("is coloured by how far scores have moved; what is unknown on a day is hatched", () => {
    const [node] = now.nodes;
    expect(nodeColour({ ...node!, change: 0.4 }, "change")).toBe(0.4);
    expect(nodeColour({ ...node!, change: null }, "change")).toBeNull();
    expect(nodeColour({ ...node!, change: "none" }, "change")).toBe("none");
  });
});

describe.skipIf(!hasBrowser)("the page of another day", () => {
  const site = servedSite(ask);

  it("is reached by the slider, tells its day and what has changed since, and leads back to today", async () => {
    const { page, faults } = await site.open("?home=AA");
    await page.getByRole("slider", { name: "As known on" }).press("Home");
    await page.locator("h1", { hasText: "As known on 2015-12-31." }).waitFor();
    expect(page.url()).toContain("on=2015-12-31");
    await page.getByRole("heading", { name: "Changed from 2015-12-31 to 2026-11-20" }).waitFor();
    expect(await page.locator("[aria-labelledby=since-title] tbody tr").count()).toBe(2);
    await page.getByRole("button", { name: "Change since" }).click();
    await page.locator(".legend", { hasText: "100 points that the loss has moved since" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Today" }).click();
    await page.waitForURL((url) => !url.searchParams.has("on"));
    expect(await page.getByRole("button", { name: "Change since" }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("opens by its address, and takes no day that is none", async () => {
    const { page } = await site.open("?home=AA&on=2018-12-31");
    await expect.poll(() => page.locator("h1").textContent()).toContain("As known on 2018-12-31.");
    const other = await site.open("?home=AA&on=yesterday");
    await expect.poll(() => other.page.locator(".as-of").textContent()).toContain("As of 2026-11-20");
  });
});
