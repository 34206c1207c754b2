import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { isSame, type User, type Users } from "./users.ts";

/** Who may ask, and the names this server goes by. */
export interface Access {
  /** Whoever carries it may ask all. With neither token nor users anybody may, unless it is public. */
  readonly token: string | null;
  readonly users: Users | null;
  /** Whoever is nobody known may read. */
  readonly isPublic: boolean;
  /** Header in which proxies name the user, in lower case. */
  readonly userHeader: string | null;
  readonly isProxy: (address: string) => boolean;
  readonly names: Set<string>;
}

/** Whoever asks a server that knows no users. */
const anybody: User = { name: "anybody", role: "administrator" };
const reader: User = { name: "anybody", role: "reader" };

/** Who sent a request: by its token, as `Bearer` or as clients of matching APIs send it (`ApiKey`), or by what a proxy says; `null`: nobody who may ask. */
export function userOf({ headers, socket }: IncomingMessage, access: Access): User | null {
  const { users, userHeader, isPublic, isProxy } = access;
  const unknown = isPublic ? reader : isClosed(access) ? null : anybody;
  const given = /^(?:Bearer|ApiKey) ([^\s]+)$/i.exec(headers.authorization ?? "")?.[1] ?? cookieOf(headers.cookie);
  if (given !== undefined && isClosed(access)) return userByToken(given, access);
  const named = userHeader === null || !isProxy(socket.remoteAddress ?? "") ? undefined : headers[userHeader];
  return typeof named === "string" && named !== "" ? (users?.byName(named) ?? null) : unknown;
}

/** Whose token it is; `null`: nobody's. */
export const userByToken = (given: string, { token, users }: Access): User | null =>
  token !== null && isSame(given, token) ? anybody : (users?.byToken(given) ?? null);

/** In which a browser keeps the token that was given to a page. */
export const sessionCookie = "levermap-token";

const cookieOf = (cookies: string | undefined): string | undefined =>
  cookies
    ?.split(";")
    .map((each) => each.trim().split("="))
    .find(([name]) => name === sessionCookie)
    ?.slice(1)
    .join("=");

/** Whether somebody has to be known. */
export const isClosed = ({ token, users }: Access): boolean => token !== null || users !== null;

/** Whose share a request counts against: the user's, else that of the address it comes from. */
export const clientOf = (user: User | null, address: string): string =>
  user === null || user === anybody || user === reader ? address : `user ${user.name}`;

/** Whether an address is one of these addresses and networks. */
export function within(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/, "");
    return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  };
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
