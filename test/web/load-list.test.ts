import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { Jobs } from "../../src/server/jobs/jobs.ts";
import { digestOf, usersOf } from "../../src/server/users.ts";
import { endWords } from "../../web/src/site/load-words.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { buildPage, hasBrowser, openSite, removeFolder, type Site, siteRenderer } from "./open-page.ts";
import { violations } from "./violations.ts";

const none = { question: "What is missing?", finding: "Nothing is missing.", asOf: "2026-11-30" };
const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("name\nInvented\n") };

describe.skipIf(!hasBrowser)("a list that is loaded by a page", () => {
  let [folder, goOn]: [string, () => void] = ["", () => undefined];
  let [site, jobs] = [undefined as unknown as Site, undefined as unknown as Jobs];
  const bodies: string[] = [];
  beforeAll(async () => {
    folder = await buildPage();
    jobs = await Jobs.open({
      dir: temporaryFolder(),
      run: async (_, { path, signal, onStep }) => {
        bodies.push(readFileSync(path!, "utf8"));
        onStep({ done: 1, total: 2, label: "Reading rows" });
        await new Promise<void>((done) => {
          goOn = done;
          signal.addEventListener("abort", () => done());
        });
        signal.throwIfAborted();
        return {
          loaded: [{ id: "0".repeat(16), edition: "2026-11-30", rows: 85, rejects: 1, already: false }],
          purged: null,
          generation: "2-aaaa",
        };
      },
      written: () => undefined,
      failed: () => undefined,
      mostBytes: 100,
    });
    const plain = fixtureAsk();
    const { evidence } = await plain.savedSearches({});
    const ask: Ask = {
      ...plain,
      facts: async () => ({ ...none, evidence, checks: [], doubts: [] }),
      gaps: async () => ({ ...none, evidence, homes: [], total: 0, gaps: [] }),
    };
    const users = usersOf([
      { name: "olga", role: "officer", token: digestOf("hers") },
      { name: "anna", role: "analyst", token: digestOf("his") },
    ]);
    site = await openSite(folder, ask, { render: await siteRenderer(), users, jobs });
  });
  afterAll(async () => {
    await jobs?.close();
    await site?.close();
    if (folder) await removeFolder(folder);
  });

  /** The page of data for somebody who hands in their token. */
  async function visit(token: string) {
    const watched = await site.open("data");
    await watched.page.getByLabel("Token").fill(token);
    await watched.page.getByRole("button", { name: "Go on" }).click();
    await watched.page.getByRole("heading", { name: /What is loaded/ }).waitFor();
    return watched;
  }

  it("is posted by an officer, tells how far it is, and how it ended", async () => {
    const { page, faults } = await visit("hers");
    expect(await violations(page)).toEqual([]);
    await page.locator("#load-source").selectOption("csl");
    await page.getByLabel(/^File/).setInputFiles(file);
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await page.locator("progress[value='1']").waitFor();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    goOn();
    await page.getByText("Loaded list.csv: 85 rows, edition 2026-11-30; 1 row could not be read.").waitFor();
    expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
    // The first fault is the page without a token
    expect([bodies.at(-1), jobs.all[0]?.source, jobs.all[0]?.user, faults.slice(1)]).toEqual([file.buffer.toString(), "csl", "olga", []]);
    await page.context().close();
  });

  it("is stopped, and nothing of it is kept", async () => {
    const { page } = await visit("hers");
    await page.getByLabel(/^File/).setInputFiles(file);
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await page.locator("progress[value='1']").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("list.csv was stopped; nothing of it is kept.").waitFor();
    await vi.waitFor(() => expect(jobs.all[0]?.state).toBe("stopped"));
    await page.context().close();
  });

  it("says why it was not taken", async () => {
    const { page } = await visit("hers");
    await page.getByLabel(/^File/).setInputFiles({ ...file, buffer: Buffer.alloc(200, "a") });
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await expect.poll(() => page.locator(".load-list [role=status]").textContent()).toMatch(/larger|most|bytes/);
    await page.context().close();
  });

  it("is offered to nobody whose role does not allow it", async () => {
    const { page } = await visit("his");
    expect(await page.locator(".load-list").count()).toBe(0);
    await page.context().close();
  });
});

it("a load that ended says what became of it", () => {
  const job = { file: "a.csv", loaded: null, fault: null };
  expect(endWords({ ...job, state: "stopped" })).toBe("a.csv was stopped; nothing of it is kept.");
  expect(endWords({ ...job, state: "failed", fault: { code: "LM_X", message: "It is spoilt.", next: "Get it anew." } })).toBe(
    "It is spoilt. Get it anew. Nothing of it is kept.",
  );
  const same = [{ id: "0", edition: null, rows: 85, rejects: 0, already: true }];
  expect(endWords({ ...job, state: "done", loaded: same })).toContain("the same content was loaded before (85 rows)");
});
