import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { prepare } from "./prepare.mjs";
import { must, node, root } from "./run.mjs";
import { isCurrent, keep, stampOf } from "./stamp.mjs";

const cli = "bin/levermap.js";
const workspace = process.env.LEVERMAP_WORKSPACE || "levermap-data";
const atlas = ["data/atlas"];
const atlasStamp = `node_modules/.levermap-atlas-${createHash("sha256").update(workspace).digest("hex").slice(0, 12)}`;
const given = process.argv.slice(2);

await must(prepare());
process.chdir(root);
if (!existsSync(`${workspace}/levermap.duckdb`)) {
  await must(node([cli, "init", "--workspace", workspace], { stdio: ["inherit", 2, 2] }));
  keep(atlasStamp, stampOf(atlas));
} else if (!isCurrent(atlasStamp, atlas)) {
  await must(node([cli, "load", "atlas", "--workspace", workspace], { stdio: ["inherit", 2, 2] }));
  keep(atlasStamp, stampOf(atlas));
}
const parent = process.ppid;
// npm passes signals to a shell that may not pass them on; a server nobody can stop must not stay behind.
setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
process.argv = [process.argv[0], cli, "serve", "--findings", "--workspace", workspace, ...given];
await import("../bin/levermap.js");
