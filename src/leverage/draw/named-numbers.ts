/** Numbers of one run in a row, in groups with names, so that nobody counts places. */
export interface NamedNumbers<Name extends string> {
  /** How many there are in all. */
  readonly size: number;
  /** Places of the numbers of a group, in order. */
  placesOf(name: Name): readonly number[];
  /** One row of all numbers. Throws RangeError where a group has not as many as it was made for. */
  rowOf(numbers: Readonly<Record<Name, readonly number[]>>): readonly number[];
}

/** @param lengths how many numbers each group has, in the order of the row */
export function namedNumbers<Name extends string>(lengths: Readonly<Record<Name, number>>): NamedNumbers<Name> {
  const names = Object.keys(lengths) as Name[];
  const places = new Map<Name, readonly number[]>();
  let size = 0;
  for (const name of names) {
    const first = size;
    places.set(
      name,
      Array.from({ length: lengths[name] }, (_, i) => first + i),
    );
    size += lengths[name];
  }
  return {
    size,
    placesOf: (name) => places.get(name)!,
    rowOf: (numbers) =>
      names.flatMap((name) => {
        if (numbers[name].length !== lengths[name])
          throw new RangeError(`numbers: ${numbers[name].length} of ${name}, not ${lengths[name]}`);
        return numbers[name];
      }),
  };
}
