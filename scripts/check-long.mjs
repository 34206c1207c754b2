import { prepare } from "./prepare.mjs";
import { must, node, tool } from "./run.mjs";

/**
 * `npm run check:long`: nothing is left out, answers that are kept for the tests are worked out anew, and the tests on a cluster run after the others.
 * `LEVERMAP_MUTATIONS`: inputs that are spoilt, in each of the tests of sources, of files of users and of requests. `LEVERMAP_KILLS`: of each operation, for most
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

await must(prepare());
const filters = process.argv.slice(2);
const tests = await node([tool("vitest/vitest.mjs"), "run", ...filters], { env: { ...counts, ...process.env } });
process.exit(tests !== 0 || filters.length > 0 ? tests : await node(["scripts/test-cluster.mjs"]));
