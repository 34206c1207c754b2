/** How a technology's standing for a home differs between two days. Run: node scripts/examples.mjs two-days CN 2018-01-01 2025-01-01 */
import { open } from "levermap";

const [home = "CN", from = "2018-01-01", to = "2025-01-01", dir = "levermap-data"] = process.argv.slice(2);

for (const asOf of [from, to]) {
  const map = await open(dir, { asOf });
  const { ranked, unplaced } = await map.chokepoints({ home, top: 10_000 });
  const all = [...ranked, ...unplaced];
  const withheld = all.filter((entry) => entry.withheld.length > 0);
  console.log(`${asOf}: ${withheld.length} of ${all.length} technologies are withheld from ${home} by a control in force`);
  map.close();
}
