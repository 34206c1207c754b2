import { writtenText } from "./written-words.ts";

/** Beside the built command line. */
const wordsFile = new URL("words.json.br", import.meta.url);

/** Runs the command line and sets the exit code of the process. What was told or written before is told without reading any command. */
export async function main(argv: readonly string[]): Promise<void> {
  endOnBrokenPipe();
  const { isTTY, columns } = process.stdout;
  const text = await writtenText(wordsFile, argv, isTTY ? columns : undefined);
  if (text !== null) process.stdout.write(text);
  else if (!(await toldKept(argv))) await (await import("./run-command.ts")).runCommand(argv);
}

/** Whether the answer was kept, and is printed. What cannot be read of it is worked out. */
async function toldKept(argv: readonly string[]): Promise<boolean> {
  const { tellKept } = await import("./kept/tell-kept.ts");
  return tellKept(argv).catch(() => false);
}

/** A reader that has seen enough, such as `head`, is no error. */
function endOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw thrown;
    });
  }
}
