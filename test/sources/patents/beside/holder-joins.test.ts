import { join } from "node:path";
import { expect, test } from "vitest";
import { holderJoins } from "../../../../src/sources/patents/beside/holder-joins.ts";
import { folderOf, readAll } from "../../support.ts";

test("rows of a user's own on names of holders; what says nothing is a reject", async () => {
  const text =
    "name,relation,other,note\nAlpha Inc,together,alpha,mine\nBeta Inc,apart,,\nBeta Inc,together,,\nGamma,like,Delta,\nEps,apart,Eps,\n,apart,X,\n";
  const folder = await folderOf({ "joins.csv": text });
  const { of, rejects } = await readAll(holderJoins, [join(folder, "joins.csv")]);
  expect(of("holder_join")).toEqual([
    { name: "Alpha Inc", relation: "together", other: "alpha", note: "mine" },
    { name: "Beta Inc", relation: "apart", other: null, note: null },
  ]);
  expect(rejects.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
});
