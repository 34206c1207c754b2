import { prepare } from "./prepare.mjs";
import { node, tool } from "./run.mjs";
import { javaMissing, sparkHome, sparkVersion } from "./spark.mjs";

/** `npm run test:cluster`: parses and measures on a cluster of Spark on this machine, and ends one of its workers half-way. */
function skip(reason) {
  process.stdout.write(`Skipped: tests on a cluster of Spark, as ${reason}.\n`);
  process.exit(0);
}

const java = javaMissing();
if (java !== null) skip(java);
const home = sparkHome();
if (home === null) skip(`SPARK_HOME is not set and pyspark ${sparkVersion} cannot be installed by pip`);
const prepared = await prepare();
if (prepared !== 0) process.exit(prepared);
const env = { ...process.env, LEVERMAP_SPARK: home };
process.exit(await node([tool("vitest/vitest.mjs"), "run", "--maxWorkers=1", "test/cluster/standalone.test.ts"], { env }));
