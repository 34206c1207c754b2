import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder that stands for one of Spark: its `spark-sql` reads the statement as Spark does and hands the tasks to bash, part by part, in a locale that has no letters but those of
 * ASCII. `turn` is code that runs before each part, with `part`, `command`, `lines` and `log`.
 */
export function standInSpark(folder: string, turn = ""): string {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const program = join(folder, "bin", "spark-sql");
  writeFileSync(
    program,
    `#!${process.execPath}
const { spawnSync } = require("node:child_process");
const log = (text) => process.stderr.write(text + "\\n");
const sql = process.argv[process.argv.indexOf("-e") + 1];
const form = /^SELECT TRANSFORM \\(to_json\\(named_struct\\('task', id\\)\\)\\) USING '([^']*)' AS \\(result STRING\\) FROM range\\(0, (\\d+), 1, (\\d+)\\)$/;
const [, text, tasks, parts] = form.exec(sql);
const whole = text.replace(/\\\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
log("INFO SparkContext: stand-in");
log("\\tat org.apache.spark.SparkContext(SparkContext.scala:1)");
for (let part = 0; part < parts; part++) {
  const at = (n) => Math.floor((n * tasks) / parts);
  let lines = "";
  let command = whole;
  for (let task = at(part); task < at(part + 1); task++) lines += JSON.stringify({ task }) + "\\n";
  ${turn}
  const { status, stdout, stderr } = spawnSync("/bin/bash", ["-c", command], { input: lines, env: { LC_ALL: "C" } });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (status !== 0) {
    log("ERROR org.apache.spark.SparkException: Subprocess exited with status " + status);
    process.exit(1);
  }
}
`,
  );
  chmodSync(program, 0o755);
  return folder;
}
