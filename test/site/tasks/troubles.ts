import { expect, it } from "vitest";
import type { Ask } from "../../../src/ask/ask.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { unreadyServing } from "../../../src/server/unready.ts";
import { pages } from "../../../src/site/pages.ts";
import { isLong, some } from "../../tiers.ts";
import { openSite, siteRenderer } from "../../web/open-page.ts";
import { asOf, keepingDesk, type TaskSite } from "./task-site.ts";
import { patience, working } from "./visitor.ts";

/** What readers meet where the server cannot answer as it should. */
export function troubles(site: () => TaskSite): void {
  const serve = async (ask: Ask, desk = keepingDesk(ask)) =>
    openSite(site().folder, ask, { render: await siteRenderer(), asOf, desk, browser: site().browser });

  it.runIf(isLong)("slow: the page says that the answer is being worked out, and shows it when it is there", async () => {
    const [gate, open] = gateOf();
    const slow = new Proxy(site().map, {
      get: (target, name) =>
        name === "simulate"
          ? (...asked: Parameters<Ask["simulate"]>) => gate.then(() => target.simulate(...asked))
          : Reflect.get(target, name).bind(target),
    });
    const server = await serve(slow);
    try {
      const { page, faults } = await server.open("scenario/taiwan-outage");
      await page.locator("h1", { hasText: working }).waitFor();
      expect(await page.locator(".finding").textContent()).toMatch(/asks again by itself/);
      // What does not wait for it can be reached meanwhile
      const other = await server.open("scenarios");
      expect(await other.page.locator("h1").textContent()).toMatch(/^What if something/);
      open();
      await page
        .locator(".finding")
        .filter({ hasText: /loses \d+%/ })
        .waitFor({ timeout: patience });
      expect(faults).toEqual([]);
    } finally {
      open();
      await server.close();
    }
  });

  it("stopped: the search says so", async () => {
    const server = await serve(site().map);
    const { page } = await server.open("scenarios");
    await server.stop();
    try {
      await page.keyboard.press("/");
      await page.keyboard.type("Germany");
      await page.getByText("The server does not answer.").waitFor();
    } finally {
      await server.close();
    }
  });

  it("without a workspace: each page says what is missing and what to do, and is no page of numbers", async () => {
    const { ask, desk, because } = unreadyServing();
    because(new LevermapError("LM_WORKSPACE_MISSING", "There is no workspace."));
    const server = await serve(ask, desk);
    try {
      const asked = some(
        pages,
        pages.filter((_, at) => at % 6 === 0),
      );
      for (const { path } of asked) {
        const { page } = await server.open(path.slice(1).replace(/:\w+/g, "JP"));
        const [title, finding] = await page.locator("h1, .finding").allTextContents();
        expect(title, path).toMatch(/^(This cannot be answered|Search|Is somebody on a list\?)$/);
        if (title === "This cannot be answered") expect(finding).toBe("There is no whole workspace yet.");
        expect(await page.locator("main").textContent()).not.toMatch(/\d%/);
        await page.context().close();
      }
    } finally {
      await server.close();
    }
  });
}

/** A promise, and what keeps it. */
function gateOf(): readonly [gate: Promise<void>, open: () => void] {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [gate, open];
}
