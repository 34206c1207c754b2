import { prepare } from "./prepare.mjs";
import { must, node, tool } from "./run.mjs";

/** `npm run solve`: the answers that tests look at, worked out anew where data or code are others; `-- FILE...`: those too that these tests ask for and that are not there. */
await must(prepare());
const files = ["test/solved", ...process.argv.slice(2)];
process.exit(await node([tool("vitest/vitest.mjs"), "run", ...files], { env: { ...process.env, LEVERMAP_SOLVED: "write" } }));
