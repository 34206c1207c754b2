import { spawn } from "node:child_process";
import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";
import { builtFile } from "../../base/built-file.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Levermap } from "../../library/open.ts";
import { readRenderer } from "../../library/site-renderer.ts";
import type { Live, Serving } from "../../server/live.ts";
import { readMethodDocuments } from "../../server/site/method-documents.ts";
import { unpacked } from "../../server/work/answer-body.ts";
import { openAccessFile } from "../access-file.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { wholeNumber } from "../numbers.ts";
import { findingsText, readFindings } from "../page/findings.ts";
import { oldText } from "./cases/texts.ts";
import { openWrites, type Writes } from "./serve-writes.ts";

interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly findings?: boolean;
  readonly once?: boolean;
  readonly accessLog?: string;
  readonly workers?: number;
  readonly publicName?: readonly string[];
  readonly trustProxy?: readonly string[];
  readonly basePath?: string;
  readonly users?: string;
  readonly userHeader?: string;
  readonly public?: boolean;
  readonly wait?: boolean;
  readonly open: boolean;
}

const webDir = builtFile("web");
const methodFile = builtFile("site/method.json.br");

/** An address or a network of addresses. Throws LM_USAGE. */
function network(given: string, before: readonly string[] = []): readonly string[] {
  const [address = "", bits, ...more] = given.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  const isFit = isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  if (!isFit) throw new LevermapError("LM_USAGE", `--trust-proxy takes addresses and networks such as 10.0.0.0/8, not "${given}".`);
  return [...before, given];
}

export const addServe: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "serve",
    summary: "the web page and the HTTP API (/api, described at /api/openapi.json), until Ctrl-C",
    examples: ["serve", "serve --port 8080 --no-open", "serve --findings --once", "serve --host 0.0.0.0   (needs LEVERMAP_TOKEN)"],
    dated: true,
  })
    .option("--port <number>", "port to listen on; a busy one moves to the next", wholeNumber("--port", 0, 65_535), 4173)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--findings", "print the main findings first; without a terminal, end after printing")
    .option("--once", "end after printing and a check that the page answers")
    .option("--access-log <file>", "append a JSON line for each request, without client addresses or queries; -: standard error")
    .option(
      "--workers <number>",
      "questions worked on at once, each in a process (default: as processors, 2 to 4)",
      wholeNumber("--workers", 1, 64),
    )
    .option("--public-name <name...>", "further host names that requests are sent to, such as that of a proxy")
    .option(
      "--trust-proxy <address...>",
      "proxies whose x-forwarded-for tells who asks: addresses or networks, such as 10.0.0.0/8",
      network,
    )
    .option("--base-path <path>", "path before all addresses, as a proxy hands requests on, such as /levermap")
    .option("--users <file>", "who may ask what: a YAML file of names, roles and digests of tokens (see `levermap token`)")
    .option("--user-header <name>", "header in which a trusted proxy names the user, such as x-forwarded-user (needs --users)")
    .option("--public", "whoever is not known may read the map; long work, names and cases are for others")
    .option("--wait", "listen at once; until the workspace is there, whole and upgraded, all questions and /readyz are answered with 503")
    .option("--no-open", "do not open the page in a browser")
    .action((options: ServeOptions) => withContext(options, signal, (context) => serve(context, options)));
};

async function serve(context: Context, options: ServeOptions): Promise<void> {
  const { createServer } = await import("../../server/create-server.ts");
  const { readBasePath } = await import("../../server/base-path.ts");
  const { listen } = await import("../../server/listen.ts");
  const { readUsers } = await import("../../server/users.ts");
  const { auditTrail } = await import("../../library/audit-trail.ts");
  const { clearHeapOften } = await import("../../server/heap.ts");
  clearHeapOften();
  const { log, signal } = context.effects;
  const report: Report = (thrown, url) =>
    log.warn(`${url}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  requireFit(options);
  const users = options.users === undefined ? null : await readUsers(options.users);
  const accessFile = options.accessLog === undefined ? null : await openAccessFile(options.accessLog, log);
  let daily: Daily | undefined;
  const live = await openLive(context, options, report, () => daily?.again());
  let server: FastifyInstance | undefined;
  let writes: Writes | undefined;
  try {
    writes = options.once
      ? undefined
      : await openWrites(
          context,
          () => void live.look(),
          (thrown) => report(thrown, "A job"),
        );
    const findings = options.findings ? await withServing(live, (serving) => readFindings(byDesk(serving, signal))) : null;
    if (findings && !context.json) await context.answer(findings, findingsText);
    server = await createServer({
      live,
      asOf: context.asOf,
      webDir,
      render: await readRenderer(),
      documents: readMethodDocuments(methodFile),
      token: process.env.LEVERMAP_TOKEN,
      ...writes,
      audit: (asked) => auditTrail(context.workspace, asked),
      names: options.publicName?.map((name) => name.toLowerCase()),
      proxies: options.trustProxy,
      basePath: options.basePath,
      users,
      userHeader: options.userHeader,
      isPublic: options.public,
      report,
      tell: accessFile?.tell,
    });
    const address = (await listen(server, { host: options.host, port: options.port })) + readBasePath(options.basePath ?? "");
    const terminal = process.stdin.isTTY || process.stdout.isTTY;
    const once = options.once || (options.findings && !terminal);
    if (once) await requireAnswer(address);
    const after = once ? " answered and was closed again." : "";
    await context.answer({ address, ...(findings && { findings }) }, () => `\nThe page: ${address}${after}`);
    if (once) return;
    if (options.open && terminal) openPage(address);
    daily = await startDaily(context, live, report);
    log.info("Ctrl-C ends it.");
    await aborted(signal);
  } finally {
    await Promise.all([daily?.stop(), writes?.jobs.close(), server?.close()]);
    await live.close();
    await accessFile?.close();
  }
}

/** Throws LM_USAGE where options do not go together. */
function requireFit({ userHeader, users, trustProxy, wait, findings, once }: ServeOptions): void {
  if (userHeader !== undefined && (users === undefined || trustProxy === undefined))
    throw new LevermapError("LM_USAGE", "--user-header needs --users, and --trust-proxy for the proxy that sends it.");
  if (wait && (findings || once)) throw new LevermapError("LM_USAGE", "--wait stands without --findings and --once.");
}

type Report = (thrown: unknown, url: string) => void;

/** Opens what is served. `again`: told of each new generation. */
async function openLive(context: Context, { wait, workers }: ServeOptions, report: Report, again: () => void): Promise<Live> {
  const { openServing } = await import("../../server/open-serving.ts");
  const { unreadyServing } = await import("../../server/unready.ts");
  const { openMessages } = await import("../../library/open.ts");
  const unready = wait ? unreadyServing() : undefined;
  let said = "";
  return openServing({
    unready,
    dir: context.workspace,
    asOf: context.asOf ?? null,
    workers,
    open: () => openMessages(context.workspace, { asOf: context.asOf, effects: context.effects }),
    prepare: (opened) => prepareNames(opened, context),
    moved: ({ generation }) => {
      context.effects.log.info(`Answers are of generation ${generation} from now on.`);
      again();
    },
    failed: (thrown) => {
      unready?.because(thrown);
      // It is tried each second
      if (said !== String(thrown)) report(thrown, "Another generation of the workspace");
      said = String(thrown);
    },
  });
}

/** What is done each day while it serves. */
interface Daily {
  /** Answers are of another generation. */
  again(): void;
  stop(): Promise<unknown>;
}

/** Works answers out ahead, and removes what is too old. */
async function startDaily({ workspace: dir, effects }: Context, live: Live, report: Report): Promise<Daily> {
  const { purgeEachDay } = await import("../../library/retention/purge-each-day.ts");
  const { prepareEachDay } = await import("../../server/work/prepare-each-day.ts");
  const preparing = prepareEachDay({
    now: () => effects.clock.now().getTime(),
    prepare: async (today, end) => (await withServing(live, async ({ prepare }) => prepare))?.(today, end),
    failed: (thrown) => report(thrown, "Answers worked out ahead"),
  });
  const purging = purgeEachDay({
    dir,
    effects,
    purged: (purged) => effects.log.info(oldText(purged)),
    failed: (thrown) => report(thrown, "What is too old"),
  });
  return { again: () => preparing.again(), stop: () => Promise.all([preparing.stop(), purging.stop()]) };
}

/** Chokepoints by the processes of a server, which share the work. */
const byDesk = ({ ask, desk }: Serving, signal: AbortSignal): Parameters<typeof readFindings>[0] => ({
  holders: ask.holders,
  chokepoints: async (input = {}) =>
    JSON.parse(unpacked(await desk.ask({ name: "chokepoints", input }, "seconds", { client: "findings", signal }))),
});

/** Asks what is served now. */
async function withServing<T>(live: Live, work: (serving: Serving) => Promise<T>): Promise<T> {
  const { serving, giveBack } = live.take();
  try {
    return await work(serving);
  } finally {
    giveBack();
  }
}

/** Reads the names of all lists that are loaded before any question, so that the first need not wait for it. */
async function prepareNames(map: Levermap, { effects: { log } }: Context): Promise<void> {
  const { lists } = await map.controlsList({});
  if (lists.length === 0) return;
  log.info("Reading the names of the lists; this takes some seconds.");
  await map.screen({ queries: [] });
}

/** Asks the server for its status. Throws LM_INTERNAL if it gives none. */
async function requireAnswer(address: string): Promise<void> {
  const token = process.env.LEVERMAP_TOKEN;
  const response = await fetch(`${address}/api/status`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  if (!response.ok) throw new LevermapError("LM_INTERNAL", `The server answered ${response.status} at ${address}/api/status.`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Opens an address in the browser of the desktop, where there is one; does nothing elsewhere. */
function openPage(address: string): void {
  const { platform, env } = process;
  const opener = platform === "darwin" ? "open" : platform === "win32" ? null : env.DISPLAY || env.WAYLAND_DISPLAY ? "xdg-open" : null;
  if (opener === null) return;
  spawn(opener, [address], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
