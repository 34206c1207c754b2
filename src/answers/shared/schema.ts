import { z } from "zod";

/** An object of an answer: readonly, as all of an answer is. */
export const object = <S extends z.core.$ZodShape>(shape: S) => z.object(shape).readonly();

export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** A list of objects. */
export const objects = <S extends z.core.$ZodShape>(shape: S) => list(object(shape));
