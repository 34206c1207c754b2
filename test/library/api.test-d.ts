import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import {
  type ChokepointReport,
  type chokepointReportSchema,
  type ErrorCode,
  type Interval,
  type Levermap,
  LevermapError,
  type Loaded,
  load,
  open,
  type Row,
  type TechnologyCard,
} from "../../src/index.ts";

/** Checked by the compiler with all other types, and not run. */
describe("types of the library", () => {
  it("answers are readonly and the ones of the schemas", () => {
    expectTypeOf<ChokepointReport>().toEqualTypeOf<z.infer<typeof chokepointReportSchema>>();
    expectTypeOf<ChokepointReport["ranked"][number]["score"]>().toExtend<Interval | null>();
    expectTypeOf<ChokepointReport["ranked"]>().not.toExtend<unknown[]>();
    expectTypeOf<TechnologyCard["marketSize"]>().toExtend<{ readonly low: number } | null>();
  });

  it("functions take and give what they say", () => {
    expectTypeOf(open).returns.resolves.toEqualTypeOf<Levermap>();
    expectTypeOf(load).returns.resolves.toEqualTypeOf<Loaded>();
    expectTypeOf<Parameters<Levermap["technology"]>[0]>().toEqualTypeOf<{ technology: string; home?: string | undefined }>();
    expectTypeOf<undefined>().toExtend<Parameters<Levermap["chokepoints"]>[0]>();
    expectTypeOf<NonNullable<Parameters<Levermap["chokepoints"]>[0]>>().toExtend<{ readonly home?: string | undefined }>();
  });

  it("an unknown is null, never absent", () => {
    expectTypeOf<Row<"share">["low"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Row<"share">["holder"]>().toEqualTypeOf<string>();
  });

  it("errors carry one of the codes", () => {
    expectTypeOf(new LevermapError("LM_USAGE", "").code).toEqualTypeOf<ErrorCode>();
    // @ts-expect-error there is no such code
    new LevermapError("LM_NOTHING", "");
  });
});
