import { readFileSync } from "node:fs";
import { prepare } from "./prepare.mjs";
import { must, node, root, tool } from "./run.mjs";

/**
 * `npm run solve`: the answers that tests look at, worked out anew where data or code are others. `-- plans`: of these rooms alone (plans, dossiers,
 * leverage, proof, facts); `-- FILE...`: those too that these tests ask for and that are not there.
 */
await must(prepare());
const given = process.argv.slice(2);
const rooms = given.filter((word) => /^[a-z]+$/.test(word));
const files = given.filter((word) => !rooms.includes(word));
const env = { ...process.env, LEVERMAP_SOLVED: "write", LEVERMAP_SOLVED_ROOMS: rooms.join(" ") };
const code = await node([tool("vitest/vitest.mjs"), "run", "--passWithNoTests", "test/solved", ...files], { env });
const ledger = JSON.parse(readFileSync(`${root}.cache/test-ledger.json`, "utf8"));
const seconds = ledger.files.reduce((sum, file) => sum + file.seconds, ledger.beside);
process.stdout.write(`\n${(seconds / 60).toFixed(1)} minutes of processor time\n`);
process.exit(code);
