import type { FastifyReply, FastifyRequest } from "fastify";

/** Milliseconds between comments that keep a proxy from taking the stream for dead. */
const betweenComments = 15_000;

/** Whether a client wants to be told how far the work is (server-sent events), not the answer alone. */
export const wantsEvents = ({ headers }: FastifyRequest): boolean =>
  (headers.accept ?? "").split(",").some((each) => each.split(";", 1)[0]!.trim().toLowerCase() === "text/event-stream");

/** A stream of server-sent events in place of the answer. */
export interface Events {
  /** `data` is JSON of one line. */
  tell(event: "step" | "answer" | "fault", data: string): void;
  end(): void;
}

/** Begins a stream, with the headers that the reply has so far. */
export function openEvents(reply: FastifyReply): Events {
  const { raw } = reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" });
  raw.flushHeaders();
  const timer = setInterval(() => raw.write(": \n\n"), betweenComments).unref();
  raw.once("close", () => clearInterval(timer));
  return {
    tell: (event, data) => void raw.write(`event: ${event}\ndata: ${data}\n\n`),
    end: () => raw.end(),
  };
}
