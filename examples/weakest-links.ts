/** The three weakest links of an economy, and what its score hangs on. Run: node scripts/examples.mjs weakest-links KR */
import { create, LevermapError, open } from "levermap";

const [home = "KR", dir = "levermap-data"] = process.argv.slice(2);

await create(dir).catch((thrown: unknown) => {
  if (!(thrown instanceof LevermapError) || thrown.code !== "LM_WORKSPACE_EXISTS") throw thrown;
});
const map = await open(dir);
const { finding, ranked } = await map.chokepoints({ home, top: 3 });
console.log(finding);
for (const { name, score, holder, hangsOn } of ranked) {
  const loss = score === null ? "unknown" : `${score[1].toFixed(2)} (${score[0].toFixed(2)} to ${score[2].toFixed(2)})`;
  console.log(`${name}: ${loss}, ${holder?.economy ?? "nobody"}; hangs on ${hangsOn[0]?.parameter ?? "nothing known"}`);
}
map.close();
