import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Milliseconds for which a server that closes waits for answers under way: less than a service manager waits for it. */
export const usualLongestAnswer = 45_000;
/** Those that were cut short then are told so. */
const longestTelling = 5000;

/**
 * Lets connections go as the server closes: those that no request is under way on at once, as Node waits for ones that a client has opened ahead and
 * sends nothing on, and the others when they are answered, or told that they will not be, `longestAnswer` milliseconds later.
 */
export function addClosing(server: FastifyInstance, longestAnswer: number): void {
  const underWay = new Map<Socket, number>();
  let isClosing = false;
  server.server.on("connection", (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once("close", () => underWay.delete(socket));
  });
  server.server.on("request", ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = underWay.get(socket);
      if (left === undefined) return;
      underWay.set(socket, left - 1);
      if (isClosing && left === 1) socket.destroySoon();
    });
  });
  server.addHook("preClose", async () => {
    isClosing = true;
    for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    const timer = setTimeout(() => server.server.closeAllConnections(), longestAnswer + longestTelling);
    server.server.once("close", () => clearTimeout(timer));
  });
}
