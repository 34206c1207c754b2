import { spawnSync } from "node:child_process";
import { canonical } from "../src/screen/cases/digest.ts";

/** Two names that are compared as names of one kind. */
export interface ComparedPair {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
}

/** Scores of nomenklatura's logic-v2 for pairs from standard input; each name has an id of its own, since it keeps names by the id. */
const script = `
import json, sys
from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()
entity = lambda id, schema, name: EntityProxy.from_dict({"id": id, "schema": schema, "properties": {"name": [name]}})
pairs = json.load(sys.stdin)
print(json.dumps([
  algorithm.compare(entity(f"q{at}", p["schema"], p["name1"]), entity(f"r{at}", p["schema"], p["name2"]), config).score
  for at, p in enumerate(pairs)
]))
`;

/** Scores of logic-v2 in the order of the pairs. Throws where the interpreter lacks nomenklatura. */
export function peerScores(python: string, pairs: readonly ComparedPair[]): readonly number[] {
  const { stdout, stderr, status } = spawnSync(python, ["-c", script], {
    input: canonical(pairs),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`logic-v2 did not run: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as number[];
}
