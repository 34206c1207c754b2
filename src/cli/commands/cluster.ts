import { createInterface } from "node:readline";
import type { Command } from "commander";
import { counted } from "../../base/format.ts";
import type { ClusterDone, PreparedJob } from "../../cluster/spark/cluster.ts";
import type { ClusterJobStatus } from "../../cluster/spark/cluster-status.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { holder } from "../holder.ts";
import { fraction, wholeNumber } from "../numbers.ts";
import { mostParts } from "../slice-option.ts";
import { whyRejected } from "../why-rejected.ts";

interface SparkCommandOptions extends CommonOptions {
  readonly master?: string;
  readonly sparkHome?: string;
  readonly partitions?: number;
  readonly conf?: readonly string[];
  readonly print?: boolean;
}

interface ParseCommandOptions extends SparkCommandOptions {
  readonly list: string;
  readonly out: string;
  readonly maxRejects?: number;
  readonly edition?: string;
}

interface LayoutOptions extends CommonOptions {
  readonly layout: string;
}

export const addCluster: AddCommand = (program, signal) => {
  const cluster = holder(program, "cluster");
  const parse = addCommand(cluster, {
    usage: "parse [source]",
    summary: "have Spark parse the files of a list, check the receipts of all, and publish the folder",
    examples: [
      "cluster parse docdb --list paths.txt --out /shared/layout --master spark://host:7077",
      "cluster parse --list paths.txt --out /shared/layout --master yarn --print",
    ],
    dated: false,
  })
    .requiredOption("--list <file>", "the files, as `parse --list` takes them")
    .requiredOption("--out <dir>", "the folder to make or add to, which every host sees under this path")
    .option("--max-rejects <fraction>", "keep a file with up to this part of bad records (default: 5%)", fraction("--max-rejects"))
    .option("--edition <edition>", "YYYY, YYYY-MM or YYYY-MM-DD, where the files do not tell");
  withSpark(parse).action((source: string | undefined, { list, out, ...options }: ParseCommandOptions) =>
    withContext(options, signal, async (context) => {
      const { prepareClusterParse } = await import("../../cluster/spark/cluster.ts");
      const { maxRejects, edition } = options;
      await hand(context, await prepareClusterParse(list, out, { source, maxRejects, edition }), options);
    }),
  );
  const measure = addCommand(cluster, {
    usage: "measure",
    summary: "have Spark measure the documents of a folder by their citations, slice by slice, and join the slices",
    examples: ["cluster measure --layout /shared/layout --slices 16 --master spark://host:7077"],
    dated: false,
  })
    .requiredOption("--layout <dir>", "a folder that `export --layout` made, which every host sees under this path")
    .requiredOption("--slices <n>", "slices of about equally many documents", wholeNumber("--slices", 1, mostParts));
  withSpark(measure).action(({ layout, slices, ...options }: SparkCommandOptions & LayoutOptions & { readonly slices: number }) =>
    withContext(options, signal, async (context) => {
      const { prepareClusterMeasure } = await import("../../cluster/spark/cluster.ts");
      await hand(context, await prepareClusterMeasure(layout, slices), options);
    }),
  );
  addCommand(cluster, {
    usage: "status",
    summary: "how far the jobs of a folder are, by their receipts",
    examples: ["cluster status --layout /shared/layout"],
    dated: false,
  })
    .requiredOption("--layout <dir>", "the folder of the jobs")
    .action(({ layout, ...options }: LayoutOptions) =>
      withContext(options, signal, async (context) => {
        const { clusterStatus } = await import("../../cluster/spark/cluster-status.ts");
        await context.answer(await clusterStatus(layout), ({ jobs }) =>
          jobs.length === 0 ? "No job was handed out." : jobs.flatMap(jobLines).join("\n"),
        );
      }),
    );
  addCommand(cluster, {
    usage: "task <dir> <job>",
    summary: "what a scheduler runs: does the tasks of a job that come in, one line of JSON each, and answers each by a line",
    examples: [`cluster task /shared/layout 0f3a9c5d1e2b4a68 < tasks.jsonl`],
    dated: false,
  }).action((dir: string, job: string, options: CommonOptions) =>
    withContext(options, signal, async ({ effects }) => {
      const { runTasks } = await import("../../cluster/spark/run-tasks.ts");
      await runTasks(
        dir,
        job,
        inputLines(),
        (line) => new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve())),
        effects,
      );
    }),
  );
};

/** Opened when they are asked for: lines that come before are lost. */
async function* inputLines(): AsyncGenerator<string, void, undefined> {
  yield* createInterface({ input: process.stdin });
}

const withSpark = (command: Command): Command =>
  command
    .option("--master <address>", "of the cluster, such as spark://host:7077, yarn or local[2] (default: as Spark is set up)")
    .option("--spark-home <dir>", "folder of Spark (default: SPARK_HOME, else `spark-sql` on the path)")
    .option("--partitions <n>", "parts that Spark hands out, a process each", wholeNumber("--partitions", 1, mostParts))
    .option("--conf <key=value...>", "settings of Spark, as `spark-sql` takes them")
    .option("--print", "run nothing: print the command");

async function hand(context: Context, prepared: PreparedJob, options: SparkCommandOptions): Promise<void> {
  const { clusterCommand, runClusterJob } = await import("../../cluster/spark/cluster.ts");
  const { sparkHome, master, partitions, conf, memory, threads, print } = options;
  const home = sparkHome ?? (process.env.SPARK_HOME || undefined);
  const spark = { home, master, conf, memory, threads, ...(partitions !== undefined && { partitions }) };
  if (print) {
    const { shellWord } = await import("../../cluster/spark/quoting.ts");
    const { tellClusterEstimate } = await import("../../cluster/spark/cluster-estimate.ts");
    const { readJob } = await import("../../cluster/spark/cluster-job.ts");
    await tellClusterEstimate(prepared.folder, await readJob(prepared.folder, prepared.job), spark, context.effects);
    const words = clusterCommand(prepared, spark);
    await context.answer({ ...prepared, command: words }, ({ command }) => command.map(shellWord).join(" "));
  } else await context.answer(await runClusterJob(prepared, spark, context.effects), doneText);
}

const doneText = ({ folder, tasks, parsed, documents }: ClusterDone): string =>
  [
    parsed === null
      ? `${counted(tasks, "slice")}: citation measures of ${counted(documents ?? 0, "document")}.`
      : `${counted(tasks, "line")} of the list: ${counted(parsed.loads, "load")}, ${counted(parsed.rows, "row")}, ${counted(parsed.rejects, "reject")}.`,
    ...whyRejected(parsed?.rejects ?? 0),
    `Next: levermap load layout ${folder}`,
  ].join("\n");

const jobLines = ({ job, kind, tasks, done, failed, left, published }: ClusterJobStatus): readonly string[] => [
  `${job}  ${kind}: of ${counted(tasks, "task")} ${done} done, ${failed.length} failed, ${left} left${published ? "; published" : ""}`,
  ...failed.slice(0, 20).map(({ path, code, message }) => `  ${path}: ${code}: ${message.split("\n")[0]}`),
];
