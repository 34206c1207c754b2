import { prepare } from "./prepare.mjs";
import { must, node, tool } from "./run.mjs";

/**
 * `LEVERMAP_TIER`: tests of the long tier too, and lists whole. `LEVERMAP_MUTATIONS`: inputs that are spoilt, in each of the tests of sources, of files of users and of requests. `LEVERMAP_KILLS`: of each operation, for most
 * of them both alone and while the workspace is read; 40 of each are 780 in all. `LEVERMAP_SOAK`: minutes for which a server is
 * used and killed. `LEVERMAP_SEED`: draws other inputs.
 */
const counts = {
  LEVERMAP_TIER: "long",
  LEVERMAP_MUTATIONS: "10000",
  LEVERMAP_KILLS: "200",
  LEVERMAP_PROPERTIES: "1000000",
  LEVERMAP_SOAK: "60",
};
const day = String(24 * 60 * 60 * 1000);

await must(prepare());
const env = { ...counts, ...process.env };
process.exit(
  await node([tool("vitest/vitest.mjs"), "run", `--testTimeout=${day}`, `--hookTimeout=${day}`, ...process.argv.slice(2)], { env }),
);
