import { join } from "node:path";
import { programFile } from "../../base/package-file.ts";
import { shellWord, sqlText } from "./quoting.ts";

/** Where nothing is said: enough for two dozen cores, each with several turns, so that one large file holds up little. */
export const usualPartitions = 96;

export interface SparkOptions {
  /** Folder of Spark, as `SPARK_HOME`; absent: `spark-sql` is on the path. */
  readonly home?: string | undefined;
  /** Such as `spark://host:7077`, `yarn` or `local[2]`; absent: what Spark is set up for. */
  readonly master?: string | undefined;
  /** Parts that Spark hands out, each to a process of its own. */
  readonly partitions: number;
  /** `key=value`, as `spark-sql --conf` takes them. */
  readonly conf?: readonly string[] | undefined;
  /** Of each process, as `--memory` and `--threads` take them; absent: one thread. */
  readonly memory?: string | undefined;
  readonly threads?: string | undefined;
}

/** The words of what each executor runs, which must be there under the same paths on every host. */
export const taskWords = (
  dir: string,
  id: string,
  { memory, threads = "1" }: Pick<SparkOptions, "memory" | "threads">,
): readonly string[] => [
  ...[process.execPath, programFile],
  ...["cluster", "task", dir, id, "--quiet", "--json", "--threads", threads],
  ...(memory === undefined ? [] : ["--memory", memory]),
];

/** The statement that hands the numbers of tasks to processes, as lines of JSON, and gives what they answer. */
export function sparkStatement(dir: string, id: string, tasks: number, options: Omit<SparkOptions, "home" | "master" | "conf">): string {
  const words = taskWords(dir, id, options).map(shellWord).join(" ");
  const parts = Math.min(tasks, options.partitions);
  return `SELECT TRANSFORM (to_json(named_struct('task', id))) USING ${sqlText(words)} AS (result STRING) FROM range(0, ${tasks}, 1, ${parts})`;
}

/** The words of the `spark-sql` command for a job: no shell reads them. */
export function sparkCommand(dir: string, id: string, tasks: number, options: SparkOptions): readonly [string, ...string[]] {
  const { home, master, conf = [] } = options;
  const own = ["spark.sql.catalogImplementation=in-memory", "spark.sql.variable.substitute=false", "spark.ui.enabled=false"];
  return [
    home === undefined ? "spark-sql" : join(home, "bin", "spark-sql"),
    ...(master === undefined ? [] : ["--master", master]),
    ...["--name", `levermap-${id}`],
    ...[...own, ...conf].flatMap((each) => ["--conf", each]),
    ...["-e", sparkStatement(dir, id, tasks, options)],
  ];
}
