import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

export const sparkVersion = "4.3.0";
const place = join(root, ".cache", `pyspark-${sparkVersion}`);

/** Why nothing can be run on Spark here; `null`: Java is there. Spark 4 runs on Java 17 and 21. */
export function javaMissing() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
  const { stderr, error } = spawnSync(java, ["-version"], { encoding: "utf8" });
  if (error) return `there is no Java (${java})`;
  const [, version = "unknown"] = /version "(\d+)/.exec(stderr) ?? [];
  return ["17", "21"].includes(version) ? null : `Java 17 or 21 is needed, and ${java} is ${version}`;
}

/** Folder of Spark: `SPARK_HOME`, or pyspark of a folder of its own, which is installed there where the registry has it; `null` where it cannot be had. */
export function sparkHome() {
  if (process.env.SPARK_HOME) return process.env.SPARK_HOME;
  const home = join(place, "pyspark");
  if (existsSync(home)) return home;
  try {
    return install(home);
  } catch {
    return null;
  }
}

/** `null` where pip is missing, or the registry. Throws where nothing can be written. */
function install(home) {
  const part = `${place}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  process.stdout.write(`Installing pyspark ${sparkVersion} into ${place} ...\n`);
  const options = [
    "--quiet",
    "--no-input",
    "--retries",
    "0",
    "--timeout",
    "15",
    "--disable-pip-version-check",
    "--root-user-action",
    "ignore",
  ];
  const { status } = spawnSync("python3", ["-m", "pip", "install", ...options, "--target", part, `pyspark==${sparkVersion}`], {
    stdio: ["ignore", "ignore", "ignore"],
    timeout: 600_000,
  });
  if (status !== 0 || !existsSync(join(part, "pyspark"))) {
    rmSync(part, { recursive: true, force: true });
    return null;
  }
  renameSync(part, place);
  return home;
}
