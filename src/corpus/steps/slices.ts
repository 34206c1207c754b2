/** Cuts documents `0..n-1` into `parts` slices with about equal numbers of links. */
export function evenSlices(start: Int32Array, parts: number): readonly { readonly from: number; readonly to: number }[] {
  const n = start.length - 1;
  const links = start[n] ?? 0;
  const bounds = [0];
  for (let part = 1; part < parts; part++) bounds.push(Math.max(bounds.at(-1) ?? 0, reaching(start, (links * part) / parts)));
  bounds.push(n);
  return bounds.slice(1).flatMap((to, at) => {
    const from = bounds[at] ?? 0;
    return to > from ? [{ from, to }] : [];
  });
}

function reaching(start: Int32Array, links: number): number {
  let first = 0;
  let last = start.length - 1;
  while (first < last) {
    const middle = (first + last) >>> 1;
    if ((start[middle] ?? 0) < links) first = middle + 1;
    else last = middle;
  }
  return first;
}
