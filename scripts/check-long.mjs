import { prepare } from "./prepare.mjs";
import { must, node, tool } from "./run.mjs";

const counts = { LEVERMAP_MUTATIONS: "10000", LEVERMAP_KILLS: "200", LEVERMAP_PROPERTIES: "1000000" };
const day = String(24 * 60 * 60 * 1000);

await must(prepare());
const env = { ...counts, ...process.env };
process.exit(
  await node([tool("vitest/vitest.mjs"), "run", `--testTimeout=${day}`, `--hookTimeout=${day}`, ...process.argv.slice(2)], { env }),
);
