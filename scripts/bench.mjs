import { readdirSync } from "node:fs";
import { compile } from "./compile.mjs";
import { prepare } from "./prepare.mjs";
import { must, node, root } from "./run.mjs";

/** `npm run bench -- [NAME...] [--option...]`: names choose among bench/*.bench.ts, the rest goes to each. */
const given = process.argv.slice(2);
const all = readdirSync(`${root}bench`).flatMap((file) => (file.endsWith(".bench.ts") ? [file.slice(0, -".bench.ts".length)] : []));
const chosen = all.filter((name) => given.includes(name));
const rest = given.filter((word) => !all.includes(word));

await must(prepare());
const folder = await compile("bench");
let failed = 0;
for (const name of chosen.length > 0 ? chosen : all) {
  process.stdout.write(`\n== ${name}\n`);
  if ((await node([`${folder}/${name}.bench.js`, ...rest])) !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
