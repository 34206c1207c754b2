/** Keeps answers by their question, the latest `most` of them; what failed is asked again. */
export function remembered<T>(most = Number.POSITIVE_INFINITY): (key: readonly unknown[], ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (question, ask) => {
    const key = JSON.stringify(question);
    const known = answers.get(key) ?? ask();
    answers.delete(key);
    answers.set(key, known);
    known.catch(() => answers.delete(key));
    if (answers.size > most) answers.delete(answers.keys().next().value as string);
    return known;
  };
}
