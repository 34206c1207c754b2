import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { smallCopy } from "../answers/small-workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Starts `npm run dev` on a workspace of its own; gives the addresses of the page and of the API. */
async function startDev(): Promise<{ dev: ChildProcess; page: string; api: string }> {
  const env = { ...process.env, LEVERMAP_WORKSPACE: await smallCopy() };
  const dev = spawn(process.execPath, ["scripts/dev.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const text of dev.stdout) {
    output += text;
    const [, page, api] = /The page: (\S+) +the API: (\S+)/.exec(output) ?? [];
    if (page !== undefined && api !== undefined) return { dev, page, api };
  }
  throw new Error(`npm run dev ended: ${output}`);
}

it("serves the page with the API behind it, and leaves no server behind", async () => {
  const { dev, page, api } = await startDev();
  expect(await (await fetch(page)).text()).toContain("/@vite/client");
  const status = (await (await fetch(`${page}api/status`)).json()) as { readonly loads: readonly unknown[] };
  expect(status.loads).toContainEqual(expect.objectContaining({ source: "atlas", current: true }));
  dev.kill("SIGINT");
  expect(await once(dev, "exit")).toEqual([0, null]);
  await expect(fetch(`${api}/status`)).rejects.toThrow();
});
