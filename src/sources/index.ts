import { atlas } from "./atlas.ts";
import { ccl } from "./ccl.ts";
import { cnipa } from "./cnipa.ts";
import { cpc } from "./cpc.ts";
import { csl } from "./csl.ts";
import { docdb } from "./docdb.ts";
import { entityList } from "./entity-list.ts";
import { eto } from "./eto.ts";
import { googlePatents } from "./google-patents.ts";
import { jpo } from "./jpo.ts";
import { kipo } from "./kipo.ts";
import { litigation } from "./litigation.ts";
import { maintenance } from "./maintenance.ts";
import { minerals } from "./minerals.ts";
import { ops } from "./ops.ts";
import { partyList } from "./party-list.ts";
import { patentTable } from "./patent-table.ts";
import { patentsview } from "./patentsview.ts";
import { rules } from "./rules.ts";
import type { Source } from "./source.ts";
import { trade } from "./trade.ts";
import { uspto } from "./uspto.ts";
import { usptoCitations } from "./uspto-citations.ts";

const all: readonly Source[] = [
  atlas,
  eto,
  trade,
  minerals,
  uspto,
  usptoCitations,
  patentsview,
  maintenance,
  docdb,
  ops,
  cnipa,
  jpo,
  kipo,
  googlePatents,
  patentTable,
  cpc,
  litigation,
  csl,
  entityList,
  partyList,
  ccl,
  rules,
];

/** All sources by the name that `levermap load` takes. */
export const sources: ReadonlyMap<string, Source> = new Map(all.map((source) => [source.name, source]));
