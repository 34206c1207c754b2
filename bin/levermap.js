#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Levermap needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}
// Pages are drawn by React, which without this takes several times as long
process.env.NODE_ENV ??= "production";
const { main } = await import("../dist/cli/main.js");
await main(process.argv.slice(2));
