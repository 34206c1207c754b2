import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { checkedYaml } from "../answers/shared/schema-fault.ts";
import { LevermapError } from "../base/errors.ts";
import { isUser, userKey } from "../library/cases/user.ts";

/**
 * What somebody may ask, each with what those before it may: `reader`, the map and all that takes a moment or seconds; `analyst`, also long work and files of
 * one's own; `officer`, also names, customers and cases; `administrator`, also measures of the server.
 */
export const roles = ["reader", "analyst", "officer", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Whether one role holds another. */
export const holds = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

export interface User {
  readonly name: string;
  readonly role: Role;
}

/** Those who may ask. */
export interface Users {
  /** Whose token it is; takes the same time whatever it holds. `null`: nobody's. */
  byToken(token: string): User | null;
  /** As a proxy names them. */
  byName(name: string): User | null;
}

const digestForm = /^sha256:[0-9a-f]{64}$/;

const fileSchema = z.strictObject({
  users: z
    .array(
      z.strictObject({
        name: z.string().transform(userKey).refine(isUser, "takes letters, figures and . _ @ + -"),
        role: z.enum(roles),
        token: z.string().regex(digestForm, "is sha256: and 64 figures, as `levermap token` prints").optional(),
      }),
    )
    .min(1),
});

/** Reads a file of users. Throws LM_USERS_INVALID. */
export async function readUsers(path: string): Promise<Users> {
  const invalid = (...problems: readonly string[]): LevermapError =>
    new LevermapError("LM_USERS_INVALID", `The users of ${path} are not valid: ${problems.join("; ")}.`, { path, problems });
  const text = await readFile(path, "utf8").catch((thrown: Error) => {
    throw invalid(thrown.message);
  });
  const data = checkedYaml(text, fileSchema, invalid);
  for (const kind of ["name", "token"] as const) {
    const twice = firstTwice(data.users.flatMap((user) => user[kind] ?? []));
    if (twice !== undefined) throw invalid(kind === "name" ? `${twice} stands there twice` : "two have one token");
  }
  return usersOf(data.users);
}

const firstTwice = (values: readonly string[]): string | undefined => values.find((each, at) => values.indexOf(each) !== at);

/** Users, named in one spelling, with the digests of their tokens. */
export function usersOf(given: readonly (User & { readonly token?: string | undefined })[]): Users {
  const plain = ({ name, role }: User): User => ({ name, role });
  return {
    byToken(token) {
      const asked = digestOf(token);
      let found: User | null = null;
      for (const user of given) if (user.token !== undefined && isSame(user.token, asked)) found = plain(user);
      return found;
    },
    byName(name) {
      const found = given.find((user) => user.name === userKey(name));
      return found === undefined ? null : plain(found);
    },
  };
}

/** As a file of users holds a token: it is long and drawn at random, so that its digest tells nothing of it. */
export const digestOf = (token: string): string => `sha256:${createHash("sha256").update(token).digest("hex")}`;

/** Whether two texts are the same; takes the same time whatever they hold. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));

/** A new token, and what a file of users keeps of it. */
export function newToken(): { readonly token: string; readonly digest: string } {
  const token = `lm_${randomBytes(32).toString("base64url")}`;
  return { token, digest: digestOf(token) };
}
