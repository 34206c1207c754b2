import { describe, expect, it } from "vitest";
import { fixtureAsk, hostileMarkup } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { violations } from "./violations.ts";

describe.skipIf(!hasBrowser)("pages of the site in a browser", () => {
  const site = servedSite(fixtureAsk());

  it("choose among plans that were worked out before by sliders, at once, and say in their address which", async () => {
    const { page, faults } = await site.open("plan/invented-lab?money=1&people=1", { viewport: { width: 1280, height: 800 } });
    const stored = page.locator("#means");
    const shown = () => stored.locator("[data-answer]:not([hidden])").textContent();
    const money = stored.getByRole("slider", { name: "Money" });
    const asked: string[] = [];
    // The browser asks for the mark of the page at each change of its address
    page.on("request", (request) => request.url().endsWith("/mark.svg") || asked.push(request.url()));
    expect(await shown()).toContain("USD 2 B (900 M to 2.5 B)");
    await money.focus();
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toMatch(/USD 2.6 B \(1.2 to 3.1 B\)[\s\S]*Problem 40/);
    expect(await money.getAttribute("aria-valuetext")).toBe("USD 320 M, twice");
    expect(new URL(page.url()).search).toBe("?money=2&people=1");
    await page.keyboard.press("Home");
    expect(await shown()).toMatch(/USD 500 M[\s\S]*unknown/);
    await stored.getByRole("slider", { name: "Researchers" }).fill("0");
    expect(await shown()).toBe("No plan with these means keeps to all that is required.");
    expect(asked).toEqual([]);
    await page.reload();
    expect(await shown()).toBe("No plan with these means keeps to all that is required.");
    expect(faults).toEqual([]);
  });

  it("choose among them by a button where no script runs", async () => {
    const { page } = await site.open("plan/invented-lab?money=1", { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const stored = page.locator("#means");
    await stored.getByLabel("Money").selectOption("2");
    await stored.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/money=2/);
    expect(await page.locator("#means [data-answer]:not([hidden])").textContent()).toContain("USD 2.6 B (1.2 to 3.1 B)");
  });

  it("show what is found on the map, and why nothing is, where no script runs", async () => {
    for (const [query, heading] of [
      ["?home=AA", /from Aland\?$/],
      ["?home=nobody", /^This cannot be answered$/],
      ["?view=backtests", /^How far can the model be trusted/],
    ] as const) {
      const { page } = await site.open(`map${query}`, { javaScriptEnabled: false });
      expect(await page.locator("h1").textContent()).toMatch(heading);
      expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).opacity")).toBe("1");
    }
  });

  it("lead from a search to what it found, by keyboard alone", async () => {
    const { page } = await site.open("scenarios");
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("technology");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=technology/);
    expect(await page.locator("h1").textContent()).toBe("What is technology?");
  });

  it("find by a palette over any page: arrows choose, Enter goes there, Escape leads back", async () => {
    const { page, faults } = await site.open("technology/technology-7");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("technology");
    const options = page.getByRole("dialog").getByRole("option");
    await options.first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    const chosen = page.locator("[role=option][aria-selected=true]");
    expect(await page.getByRole("combobox", { name: /Technology, firm/ }).getAttribute("aria-activedescendant")).toBe(
      await chosen.getAttribute("id"),
    );
    const href = await chosen.getAttribute("data-address");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === new URL(href!, page.url()).pathname);
    expect(faults).toEqual([]);
  });

  it("find by a palette with the mouse: a press on what was found goes there, one beside it leads back", async () => {
    const { page } = await site.open("technology/technology-7");
    const link = page.getByRole("link", { name: "Tables, details and sources" });
    await link.focus();
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.mouse.click(5, 400);
    expect(await dialog.count()).toBe(0);
    await link.focus();
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Tables, details and sources");
    await page.keyboard.press("/");
    await page.keyboard.type("technology");
    await dialog.getByText("Nothing here").or(dialog.getByText(/found/)).first().waitFor();
    await dialog.getByRole("status").click();
    expect(await dialog.count()).toBe(1);
    const option = dialog.getByRole("option").first();
    const href = await option.getAttribute("data-address");
    await option.click();
    await page.waitForURL((url) => url.pathname === new URL(href!, page.url()).pathname);
  });

  it("keep what is chosen in the palette while a later answer is on its way", async () => {
    const { page } = await site.open("technology/technology-7");
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/api\/find\?query=technology&/, async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("technolog");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
    const later = page.waitForRequest(/api\/find\?query=technology&/);
    await page.keyboard.type("y");
    await later;
    await page.keyboard.press("ArrowDown");
    const chosen = page.locator("[role=option][aria-selected=true]");
    const address = await chosen.getAttribute("data-address");
    await page.evaluate('document.querySelector("[role=option][aria-selected=true]").setAttribute("data-earlier", "")');
    letGo();
    const kept = page.locator("[role=option][aria-selected=true]:not([data-earlier])");
    await kept.waitFor();
    expect(await kept.getAttribute("data-address")).toBe(address);
  });

  it("screen a table of names that is pasted, each name to its page", async () => {
    const { page } = await site.open("screen");
    await page.getByLabel(/Paste names/).fill('id,name\n1,Acme Corp\n2,"Beta, Inc"');
    await page.locator("[data-screen-table] button").click();
    await expect.poll(() => page.locator("[data-screen-table] [role=status]").textContent()).toMatch(/screened:|\./);
  });

  it("copy the data of a picture as CSV, as the map does", async () => {
    const { page } = await site.open("", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(".first .copy button").first().click();
    await page.getByText("Copied as CSV.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^of,low,middle,high\n/);
  });

  it("lead from the bars of a picture to what they are about, by keys alone; a frame in a page of others does not", async () => {
    const { page, faults } = await site.open("");
    const focused = (): Promise<boolean> => page.evaluate("document.activeElement.matches('.first figure th a')");
    for (let presses = 0; presses < 40 && !(await focused()); presses++) await page.keyboard.press("Tab");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/technology\/technology-\d+$/);
    expect(faults).toEqual([]);
    await page.goto(`${site.address()}/?embed=1`);
    expect(await page.locator("figure th").count()).toBeGreaterThan(1);
    expect(await page.locator("figure a").count()).toBe(0);
  });

  it("say what happened in a hostile search, and run nothing of it", async () => {
    const { page, faults } = await site.open(`search?q=${encodeURIComponent(hostileMarkup)}`);
    expect(await page.locator("h1").textContent()).toContain(hostileMarkup);
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(faults).toEqual([]);
  });
});
