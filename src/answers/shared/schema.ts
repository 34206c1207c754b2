import { z } from "zod";
import type { Bounds } from "../../measure/bootstrap.ts";

/** An object of an answer: readonly, as all of an answer is. */
export const object = <S extends z.core.$ZodShape>(shape: S) => z.object(shape).readonly();

export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** A list of objects. */
export const objects = <S extends z.core.$ZodShape>(shape: S) => list(object(shape));

/** Fields of one type, in this order: `...fields(z.string(), "entry", "list")`. */
export const fields = <T extends z.ZodType, const K extends string>(type: T, ...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, type])) as Record<K, T>;

/** Ends of an interval. */
export const boundsSchema = object({ low: z.number(), high: z.number() });

export const addBounds = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });

/** Where a row of the workspace was read from. */
export const placeSchema = object({ source: z.string(), file: z.string(), line: z.number() });
