import { atlas } from "./atlas.ts";
import { eto } from "./eto.ts";
import { minerals } from "./minerals.ts";
import type { Source } from "./source.ts";
import { trade } from "./trade.ts";

/** All sources by the name that `levermap load` takes. */
export const sources: ReadonlyMap<string, Source> = new Map([atlas, eto, trade, minerals].map((source) => [source.name, source]));
