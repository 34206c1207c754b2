import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const lab = "?view=plan&plan=invented-lab";

/** Answers, with plans named `slow` only when they are let go or stopped. */
function slowAsk() {
  const known = fixtureAsk();
  const waiting: (() => void)[] = [];
  const aborted: unknown[] = [];
  const plan: Ask["plan"] = async (question = {}, { signal } = {}) => {
    if (!("id" in question && question.id === "slow")) return known.plan(question);
    await new Promise<void>((resolve, reject) => {
      waiting.push(resolve);
      signal?.addEventListener("abort", () => {
        aborted.push(signal?.reason);
        reject(signal?.reason);
      });
    });
    const report = await known.plan({ ...question, id: "invented" });
    return { ...report, plan: { ...report.plan, id: "slow", name: "Slow" }, question: "What should the slow one research?" };
  };
  const letGo = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  return { ask: { ...known, plan }, waiting, aborted, letGo };
}

describe.skipIf(!hasBrowser)("the page of plans", () => {
  const slow = slowAsk();
  const site = servedSite(slow.ask);
  const visit = async (query: string, options: BrowserContextOptions = {}) => {
    const watched = await site.open(query, options);
    await watched.page.locator("h1").waitFor({ state: "attached" });
    return watched;
  };
  const textOf = async (page: Page, where: string): Promise<string> =>
    ((await page.locator(where).textContent()) ?? "").replaceAll(/\s+/g, " ");

  it("is reached from the map, lists the ready plans, and keeps the chosen one in the address", async () => {
    const { page, faults } = await visit("");
    await page.getByRole("link", { name: "Plans" }).click();
    await page.getByRole("link", { name: "An invented laboratory" }).click();
    await page.locator("h1", { hasText: "What should Aland research" }).waitFor();
    expect(new URL(page.url()).search).toBe(lab.replace("view=plan&plan=invented-lab", "plan=invented-lab&view=plan"));
    expect(await textOf(page, ".finding")).toContain("18 of 40 problems");
    const head = await textOf(page, ".head");
    for (const part of ["USD 40 M a year", "100 of tool", "2 times clout on Bland", "Rights count inBorland"]) expect(head).toContain(part);
    expect(await page.getByRole("link", { name: "Plans" }).getAttribute("aria-current")).toBe("page");
    expect(faults).toEqual([]);
  });

  it("tells means, worth, what is out, filing, questions, inputs and what is unknown", async () => {
    const { page, faults } = await visit(lab);
    await page.locator(".plan").waitFor();
    const text = await textOf(page, ".plan");
    for (const part of [
      "Money, USD M",
      "63% of 160",
      "200 in all, no limit",
      "USD 5 B (50% of sales) without it, USD 3 B (30%) with it",
      "by rights USD 2 M (0 to 5 M) of what Bland sells a year today",
      "Of 12 problems of the next generation 9 are taken up.",
      "Problem 32 (Technology 32)",
      "rivals add as much effort as the home",
      "-3",
      "CC (no known value at stake)",
      "To wait for or design around: 1 of 4 (of 9 loaded families",
      "Does a claim of US1 read on what is planned?",
      "Cross-licences: none",
      "1 of 3 inputs are assumed",
      "Invented yearbook",
      "fitted from 9 families loaded",
      "2 technologies without a market that a source gives, so that no plant and no royalty is valued (Technology 14 and Technology 20)",
      "Everything here is invented.",
    ])
      expect(text).toContain(part);
    for (const grade of ["published", "derived", "assumed"]) expect(await page.locator(`.plan .grade-${grade}`).count(), grade).toBe(1);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy data of the programmes" }).click();
    await page.getByText("Copied as CSV.").waitFor();
    const copied = String(await page.evaluate("navigator.clipboard.readText()"))
      .trimEnd()
      .split("\n");
    expect(copied).toHaveLength(19);
    expect(copied[3]).toBe(
      "invented-lab,2026-01-01,problem-3/full+plant,problem-3,technology-3,Problem 3,false,120,tool,0.5,0.02,0.4,25,0.5,0.1,0,3,290,260,270,265",
    );
    expect(faults).toEqual([]);
  });

  it("leads to its sliders and to where it can be changed, on the day of the page", async () => {
    const { page, faults } = await visit(lab);
    const to = (name: string) => page.getByRole("link", { name }).getAttribute("href");
    expect(await to("Try other money and researchers")).toBe("plan/invented-lab?money=1#means");
    expect(await to("Change it and solve anew")).toBe("plan?from=invented-lab");
    expect(faults).toEqual([]);
  });

  it("says that it is solving, keeps the last plan meanwhile, and ends the work when it is stopped", async () => {
    const { page, faults } = await visit(lab);
    await page.locator(".plan").waitFor();
    await page.evaluate("history.pushState(null, '', '?view=plan&plan=slow'); dispatchEvent(new PopStateEvent('popstate'))");
    await page.getByText("Solving “slow”, which may take up to about 30 seconds:").waitFor();
    await page.getByText("Below is still the last one, “An invented laboratory”.").waitFor();
    expect(await page.locator("h1").textContent()).toContain("Aland");
    await expect.poll(() => slow.waiting.length).toBe(1);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText(/^Stopped after \d+ s: “slow” is not solved/).waitFor();
    await expect.poll(() => slow.aborted).toMatchObject([{ code: "LM_INTERRUPTED" }]);
    await page.getByRole("button", { name: "Solve it" }).click();
    await page.locator(".solving", { hasText: /[1-9]\d* s so far/ }).waitFor();
    slow.letGo();
    await page.locator("h1", { hasText: "the slow one" }).waitFor();
    expect(await page.title()).toBe("What to research: slow – Levermap");
    expect(await page.locator(".solving").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("says what to do where no plan keeps to the bounds, none has the name, or the server is busy", async () => {
    const { page } = await visit("?view=plan&plan=impossible");
    await page.getByRole("alert").filter({ hasText: "money of 2027 cannot hold" }).waitFor();
    await page.getByRole("link", { name: "Change the plan and solve it anew" }).waitFor();
    const lost = await visit("?view=plan&plan=nothing");
    await lost.page.getByText("Choose one of the ready plans above.").waitFor();
    const refused = await visit("");
    const busy = { code: "LM_SERVER_TOO_MANY", message: "Twelve questions of yours wait already." };
    await refused.page.route("**/api/plan/**", (route) =>
      route.fulfill({ status: 429, headers: { "retry-after": "10" }, json: { error: busy } }),
    );
    await refused.page.evaluate(`history.pushState(null, '', '${lab}'); dispatchEvent(new PopStateEvent('popstate'))`);
    const alert = refused.page.getByRole("alert");
    await alert.getByText(busy.message).waitFor();
    await alert.getByText("Wait 10 seconds, then ask again.").waitFor();
    await refused.page.unroute("**/api/plan/**");
    await alert.getByRole("button", { name: "Ask again" }).click();
    await refused.page.locator(".plan").waitFor();
    expect(await refused.page.getByRole("alert").count()).toBe(0);
  });

  it("opens the panel of a technology beside the plan, by keys too, and goes back to it", async () => {
    const { page, faults } = await visit(lab);
    const link = page.locator('.plan [data-technology="technology-2"]').first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.locator(".panel h2").waitFor();
    expect(await page.locator(".plan").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.locator(".panel").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate("document.activeElement.dataset.technology")).toBe("technology-2");
    expect(faults).toEqual([]);
  });

  it("fits a phone", async () => {
    const { page, faults } = await visit(lab, phone);
    await page.locator(".plan").waitFor();
    await page.getByRole("link", { name: "Change it and solve anew" }).waitFor();
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(await textOf(page, ".plan")).toContain("CC (no known value at stake)");
    expect(faults).toEqual([]);
  });

  it("has no violation axe calls more than minor", async () => {
    const { page } = await visit(lab, firstShape);
    await page.getByRole("link", { name: "Change it and solve anew" }).waitFor();
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await inEachShape(page, async (shape) => expect(await violations(page), shape).toEqual([]));
    const list = await visit("?view=plan", firstShape);
    await list.page.getByRole("link", { name: "Impossible" }).waitFor();
    await inEachShape(list.page, async (shape) => expect(await violations(list.page), `list, ${shape}`).toEqual([]));
  });
});
