import { z } from "zod";

/** An object of these fields in an answer, readonly. */
export const object = <T extends z.core.$ZodLooseShape>(fields: T) => z.object(fields).readonly();

/** A readonly list. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A readonly list of objects of these fields. */
export const rows = <T extends z.core.$ZodLooseShape>(fields: T) => list(object(fields));
