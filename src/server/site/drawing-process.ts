import type { Tinypool } from "tinypool";
import { builtFile } from "../../base/built-file.ts";
import type { ReportFormat } from "../../paper/report-bytes.ts";
import type { Report } from "../../site/report/report.ts";
import { drawingTurns, type Visitor, type WaitingLimits } from "./drawing-turns.ts";

/** The compiled worker, also when running from source: Node cannot load TypeScript. */
const workerFile = builtFile("server/site/drawing-worker.js");

/** Milliseconds without a drawing after which the process ends, and with it what fonts and libraries hold of memory, which a thread would leave behind. */
const idleTimeout = 20_000;

/** Assumed: who shows links asks for some cards at once; each waits with all that it is drawn from. */
const ofDrawings: WaitingLimits = { mostWaiting: 100, mostOfClient: 40 };

/** Draws what takes from tenths of a second to seconds, one after another in turn by client, while this process answers others. */
export interface DrawingProcess {
  /** A picture of SVG as PNG. Throws LM_SERVER_TOO_MANY, and the reason of the signal. */
  card(svg: string, visitor: Visitor): Promise<Buffer>;
  /** A report as a file. Throws as `card`. */
  report(report: Report, format: ReportFormat, visitor: Visitor): Promise<Buffer>;
  close(): Promise<void>;
}

/** A process that starts with the first drawing. */
export function openDrawingProcess(): DrawingProcess {
  const inTurn = drawingTurns(ofDrawings);
  let pool: Promise<Tinypool> | undefined;
  const start = async (): Promise<Tinypool> => {
    const { Tinypool: Pool } = await import("tinypool");
    const runtime = { runtime: "child_process", serialization: "advanced", env: { ...process.env } as Record<string, string> } as const;
    return new Pool({ ...runtime, filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout });
  };
  const draw = (name: keyof typeof import("./drawing-worker.ts"), given: unknown, visitor: Visitor): Promise<Buffer> =>
    inTurn(visitor, async () => {
      pool ??= start();
      try {
        return Buffer.from((await (await pool).run(given, { name, signal: visitor.signal })) as Uint8Array);
      } catch (thrown) {
        visitor.signal.throwIfAborted();
        throw thrown;
      }
    });
  return {
    card: (svg, visitor) => draw("drawCard", svg, visitor),
    report: (report, format, visitor) => draw("drawReport", { report, format }, visitor),
    async close() {
      await (await pool)?.destroy();
    },
  };
}
