/** Where an economy's tile stands among the others: near its neighbours, of the same size as all, without any border. */
const grid = `
.. .. .. .. IS .. .. NO SE FI EE .. .. RU .. .. .. ..
CA .. .. IE GB .. NL DK .. LT LV .. .. KZ MN .. .. ..
US .. .. .. BE LU DE PL CZ SK UA .. .. TJ CN KP KR JP
MX .. .. .. FR CH AT HU SI RO .. TR .. .. .. HK TW ..
.. .. .. PT ES IT HR GR BG CY IL IR .. PK IN MM VN PH
PE BR .. .. MA DZ MT .. .. .. SA QA AE .. .. TH MY ..
BO .. .. .. .. .. .. .. RW .. .. .. .. .. .. .. SG ID
.. .. .. .. .. .. .. .. .. ZA .. .. .. .. .. .. .. AU`;

/** Row and column by code, from 0; an economy that has none stands below the others. */
export const tilePlaces: ReadonlyMap<string, { readonly row: number; readonly column: number }> = new Map(
  grid
    .trim()
    .split("\n")
    .flatMap((line, row) => line.split(" ").flatMap((id, column) => (id === ".." ? [] : [[id, { row, column }] as const]))),
);
