import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { digestOf, usersOf } from "../../src/server/users.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { buildPage, hasBrowser, openSite, removeFolder, type Site, siteRenderer } from "./open-page.ts";
import { violations } from "./violations.ts";

describe.skipIf(!hasBrowser)("searches on patents that are kept by the pages", () => {
  const kept = new Map<string, string>();
  const plain = fixtureAsk();
  const savedSearches: Ask["savedSearches"] = async () => ({
    searches: [...kept].map(([name, query]) => ({
      ...{ name, query, savedAt: "2026-11-25T00:00:00Z", before: 3, now: 3 },
      ...{ added: [], addedTotal: 0, gone: 0, problem: null },
    })),
    evidence: (await plain.savedSearches({})).evidence,
  });
  let folder: string;
  let site: Site;
  beforeAll(async () => {
    folder = await buildPage();
    const keeping = {
      keep: async ({ name, query }: { readonly name: string; readonly query: string }) => {
        kept.set(name, query);
        return 3;
      },
      end: async (name: string) => void kept.delete(name),
    };
    const users = usersOf([
      { name: "anna", role: "analyst", token: digestOf("hers") },
      { name: "rolf", role: "reader", token: digestOf("his") },
    ]);
    site = await openSite(folder, { ...plain, savedSearches }, { render: await siteRenderer(), users, keeping });
  });
  afterAll(async () => {
    await site?.close();
    if (folder) await removeFolder(folder);
  });

  /** A page for somebody who hands in their token. */
  async function visit(path: string, token: string) {
    const watched = await site.open(path);
    await watched.page.getByLabel("Token").fill(token);
    await watched.page.getByRole("button", { name: "Go on" }).click();
    await watched.page.getByLabel("Words, numbers, classes").waitFor();
    return watched;
  }

  it("are kept, listed, opened and deleted by an analyst", async () => {
    const { page } = await visit("patents?q=invented", "hers");
    await page.getByLabel("Keep this search as (one word)").fill("mine");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.waitForURL(/\/patents\?q=saved:mine$/);
    expect([...kept]).toEqual([["mine", "invented"]]);
    await page.getByRole("link", { name: /searches that are kept/ }).click();
    await page.waitForURL(/\/patents$/);
    expect(await page.getByRole("row", { name: /mine invented 2026-11-25/ }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "mine" }).click();
    await page.waitForURL(/\/patents\?q=saved%3Amine$/);
    await page.goBack();
    await page.getByLabel("Keep no longer").selectOption("mine");
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByLabel("Keep no longer").waitFor({ state: "detached" });
    expect([...kept]).toEqual([]);
    await page.context().close();
  });

  it("are told to a reader, who can change none", async () => {
    kept.set("theirs", "title:layer");
    const { page } = await visit("patents", "his");
    expect(await page.getByRole("link", { name: "theirs" }).count()).toBe(1);
    expect(await page.locator("form[data-keep]").count()).toBe(0);
    await page.goto(`${site.address}/patents?q=invented`);
    expect(await page.locator("form[data-keep]").count()).toBe(0);
    await page.context().close();
  });

  it("say why one could not be kept", async () => {
    const { page } = await visit("patents?q=invented", "hers");
    await page.getByLabel("Keep this search as (one word)").fill("mine");
    await page.route("**/api/patents/saved", (route) => route.abort());
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect.poll(() => page.getByText("The server does not answer.").count()).toBe(1);
    await page.context().close();
  });
});
