/** What is said of answers as of a day, `YYYY-MM-DD`, that is to come; `null`: it is not. */
export const dayAhead = (asOf: string, today: string): string | null =>
  asOf > today ? `${asOf} is to come: of what happens after today, ${today}, nothing is known.` : null;
