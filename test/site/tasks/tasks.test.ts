import { afterAll, beforeAll, describe } from "vitest";
import { some } from "../../tiers.ts";
import { hasBrowser } from "../../web/open-page.ts";
import { openTaskSite, type TaskSite, workedOut } from "./task-site.ts";
import { ends, readersTasks, sizes } from "./tasks.ts";
import { troubles } from "./troubles.ts";
import { otherWays } from "./ways.ts";

describe.skipIf(!hasBrowser)("tasks of readers, from the top of the site to the answer in three actions", () => {
  let opened: TaskSite;
  const site = (): TaskSite => opened;
  beforeAll(async () => {
    opened = await openTaskSite();
    await workedOut(opened.address, ends);
  });
  afterAll(() => opened?.close());

  describe.each(some(Object.entries(sizes), Object.entries(sizes).slice(0, 1)))("at %s", (_, options) => readersTasks(site, options));

  describe("by other ways", () => otherWays(site));

  describe("where the server cannot answer as it should", () => troubles(site));
});
