/**
 * Named groups of numbers in one row.
 * @param lengths numbers per group, in row order
 */
export function namedNumbers<Name extends string>(lengths: Readonly<Record<Name, number>>) {
  const names = Object.keys(lengths) as Name[];
  const places = new Map<Name, readonly number[]>();
  let size = 0;
  for (const name of names) {
    const first = size;
    const own = Array.from({ length: lengths[name] }, (_, i) => first + i);
    places.set(name, own);
    size += lengths[name];
  }
  return {
    size,
    /** Indices of a group's numbers. */
    placesOf: (name: Name): readonly number[] => places.get(name)!,
    /** Joins groups into a row. Throws RangeError on a wrong length. */
    rowOf: (numbers: Readonly<Record<Name, readonly number[]>>): readonly number[] =>
      names.flatMap((name) => {
        if (numbers[name].length !== lengths[name])
          throw new RangeError(`numbers: ${numbers[name].length} of ${name}, not ${lengths[name]}`);
        return numbers[name];
      }),
  };
}
