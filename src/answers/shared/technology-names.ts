import { z } from "zod";
import type { ReadModel } from "./read-model.ts";

/** For lists and tables that tell technologies by id. */
export const technologyNamesSchema = z.record(z.string(), z.string()).describe("names of technologies by id");

/** Name of a technology; an id that the map has not stays as it is. */
export function technologyName({ map }: Pick<ReadModel, "map">, id: string): string {
  const index = map.indexOf.get(id);
  return index === undefined ? id : map.technologies[index]!.name;
}

/** Id at the end of the name of an input that tells what is lost without it: `loss without neon`, `criticality of neon`. */
export const missingIn = (input: string): string | null => /^(?:loss without|criticality of) (\S+)$/.exec(input)?.[1] ?? null;

export const technologyNames = (read: Pick<ReadModel, "map">, ids: Iterable<string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, technologyName(read, id)]));
