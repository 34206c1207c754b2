import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { node, root } from "./run.mjs";
import { isCurrent, keep, stampOf } from "./stamp.mjs";

/** Folder of the workspace that `npm start` and `npm run dev` serve. */
export const workspace = process.env.LEVERMAP_WORKSPACE || "levermap-data";

const atlas = ["data/atlas"];
const atlasStamp = `node_modules/.levermap-atlas-${createHash("sha256").update(workspace).digest("hex").slice(0, 12)}`;

/** Makes the workspace, with an invented list to try screening with, or loads the bundled atlas again if its files have changed. Gives the exit code of that step, or 0. */
export async function fillWorkspace(cli, options = []) {
  const exists = existsSync(resolve(root, workspace, "levermap.duckdb"));
  if (exists && isCurrent(atlasStamp, atlas)) return 0;
  const stamp = stampOf(atlas);
  const step = exists ? ["load", "atlas"] : ["init"];
  const run = (words) => node([cli, ...words, "--workspace", workspace, ...options], { stdio: ["inherit", 2, 2] });
  const code = await run(step);
  if (code !== 0) return code;
  // Real lists are for whoever has them to load: until then names are screened against one of parties that do not exist
  const listCode = exists ? 0 : await run(["load", "party-list", "invented", "--quiet"]);
  if (listCode === 0) keep(atlasStamp, stamp);
  return listCode;
}
