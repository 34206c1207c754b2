import { setTimeout as sleep } from "node:timers/promises";
import { present } from "../../base/collections.ts";
import { asLevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import type { Updated, UpdatedList } from "../../library/update/update.ts";
import { differenceWords } from "../../report/controls/controls-diff.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { duration } from "../numbers.ts";

interface UpdateCommandOptions extends CommonOptions {
  readonly every?: number;
  readonly retry?: number;
  readonly fetch: boolean;
}

/** Milliseconds from a failure to the next try. */
const usualRetry = 600_000;

export const addUpdate: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "update",
    summary:
      "get every list that is loaded anew and publish what is new as one generation, also while it is served; once or again and again",
    examples: ["update", "update --every 6h", "update --no-fetch"],
    dated: false,
  })
    .option(
      "--every <time>",
      "go on until Ctrl-C or SIGTERM, with this time from one update to the next, such as 30m, 6h or 1d",
      duration("--every"),
    )
    .option(
      "--retry <time>",
      "with --every: time to the next try after one that failed, doubled with each more (default: 10m)",
      duration("--retry"),
    )
    .option("--no-fetch", "do not use the network: read files again where they were loaded from")
    .action((options: UpdateCommandOptions) =>
      withContext(options, signal, (context) =>
        options.every === undefined ? once(context, options) : again(context, options, options.every),
      ),
    );
};

async function once(context: Context, options: UpdateCommandOptions): Promise<void> {
  if (await updated(context, options)) process.exitCode = 2;
}

/** Updates until it is stopped, which is no fault. What is under way then is undone. */
async function again(context: Context, options: UpdateCommandOptions, every: number): Promise<void> {
  const { log, signal } = context.effects;
  for (let failures = 0; !signal.aborted; ) {
    failures = (await failedOnce(context, options)) ? failures + 1 : 0;
    const pause = failures === 0 ? every : Math.min(every, (options.retry ?? usualRetry) * 2 ** (failures - 1));
    if (!signal.aborted) log.info(`The next update is at ${new Date(context.effects.clock.now().getTime() + pause).toISOString()}.`);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  log.info("Stopped.");
}

/** Whether something failed, which is told. */
async function failedOnce(context: Context, options: UpdateCommandOptions): Promise<boolean> {
  const { log, signal } = context.effects;
  try {
    return await updated(context, options);
  } catch (thrown) {
    if (signal.aborted) return false;
    const { code, message, next } = asLevermapError(thrown);
    log.warn(`${code}: ${message}\n${next}`);
    return true;
  }
}

/** Updates and tells what became of it; whether a list failed. */
async function updated(context: Context, { fetch }: UpdateCommandOptions): Promise<boolean> {
  const { update } = await import("../../library/update/update.ts");
  const done = await update(context.workspace, { fetch, effects: context.effects });
  for (const { source, file, fault } of done.lists)
    if (fault !== null) context.effects.log.warn(`${fault.code}: ${source} ${file} is as it was: ${fault.message}\n${fault.next}`);
  await context.answer(done, updatedText);
  return done.lists.some(({ state }) => state === "failed");
}

/** Changes of a list that are named one by one; `levermap watch` shows all. */
const mostNamed = 10;

function updatedText({ lists, changes, generation }: Updated): string {
  return [
    ...lists.map(listText),
    ...changes.flatMap((change) => [
      `${change.source} ${change.dataset}: ${differenceWords(change)}.`,
      ...named("added", change.added),
      ...named("removed", change.removed),
      ...named("changed", change.changed),
    ]),
    generation === null ? "Nothing was published." : `Published as generation ${generation}.`,
  ].join("\n");
}

function listText({ source, file, how, state, loads }: UpdatedList): string {
  const what = { loaded: "new", unchanged: "as before", failed: "failed" }[state];
  const rows = loads.map(({ rows, rejects }) => `${counted(rows, "row")}, ${counted(rejects, "reject")}`);
  return `${source} ${file} (${how}): ${present(what, ...rows).join("; ")}`;
}

function named(what: string, rows: readonly { readonly name: string; readonly list: string }[]): readonly string[] {
  const left = rows.length - mostNamed;
  const more = left > 0 ? [`  and ${left} more ${what}: \`levermap watch --details\``] : [];
  return [...rows.slice(0, mostNamed).map(({ name, list }) => `  ${what}: ${name} (${list})`), ...more];
}
