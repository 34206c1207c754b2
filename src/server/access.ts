import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";

/** Who may ask: the token every `/api` request must carry (`null`: none), and the names this server goes by. */
export interface Access {
  readonly token: string | null;
  readonly names: Set<string>;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether an `Authorization` header carries the token, as `Bearer` or as clients of matching APIs send it (`ApiKey`); takes the same time whatever it holds. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const given = /^(?:Bearer|ApiKey) ([^\s]+)$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

/** Host name of a `Host` header without port and brackets, lower case; `null` if it is none. */
export function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header ?? "");
  return match ? (match[1] ?? match[2] ?? "").toLowerCase() : null;
}

/**
 * Whether a request with this `Host` header may be answered. A page of another site that has its name point here still
 * sends its own name, so only literal addresses and names given to this server pass.
 */
export function knownHost(header: string | undefined, names: ReadonlySet<string>): boolean {
  const name = hostName(header);
  return name !== null && (isIP(name) !== 0 || names.has(name));
}

/** Whether an address to bind is reached from this machine only. */
export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
