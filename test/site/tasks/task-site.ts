import type { Ask } from "../../../src/ask/ask.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { answerStore } from "../../../src/server/work/answer-store.ts";
import { Desk } from "../../../src/server/work/desk.ts";
import { usualWaiting } from "../../../src/server/work/fair-queue.ts";
import { inProcess } from "../../../src/server/work/runner.ts";
import { askedOnce } from "../../answers/asked-once.ts";
import { openBundled } from "../../answers/bundled-workspace.ts";
import { buildPage, openSite, removeFolder, type Site, siteRenderer } from "../../web/open-page.ts";

export const asOf = "2026-11-25";

export interface TaskSite extends Site {
  readonly map: Levermap;
  /** Folder of the built page. */
  readonly folder: string;
}

/** Works on questions in this process and keeps their answers in memory, as a server keeps them. */
export const keepingDesk = (ask: Ask): Desk =>
  new Desk({ runner: inProcess(ask), limits: { slots: 2, ...usualWaiting }, store: answerStore({ files: null }) });

/** The site on the bundled data, in one browser. */
export async function openTaskSite(): Promise<TaskSite> {
  // Before the build, which is one for production: what draws pages here is not
  const render = await siteRenderer();
  const [folder, map] = [await buildPage(), await openBundled(asOf)];
  const site = await openSite(folder, map, { render, asOf, desk: keepingDesk(askedOnce(map)) });
  const close = async (): Promise<void> => {
    await site.close();
    await map.close();
    await removeFolder(folder);
  };
  return { ...site, map, folder, close };
}

/** Asks for pages until each has its answer, so that later visits find it; the server itself takes the time that it needs. */
export async function workedOut(address: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (;;) {
      const response = await fetch(`${address}/${path}`);
      await response.text();
      if (!response.ok) throw new Error(`/${path} answers ${response.status}`);
      if (!response.headers.has("refresh")) break;
    }
  }
}
