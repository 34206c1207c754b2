/**
 * What the event codes of maintenance fees mean for a patent being in force, from the USPTO's list of event codes: payments for the
 * 4th, 8th and 12th year by large (`M155x`, `M18x`, `M17x`), small (`M255x`, `M28x`, `M27x`) and micro (`M355x`) entities. Surcharges,
 * reminders, refunds, petitions, changes of status and of address are other events.
 */
export const maintenanceKinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...["M1551", "M1552", "M1553", "M2551", "M2552", "M2553", "M3551", "M3552", "M3553"],
      ...["M170", "M171", "M172", "M173", "M174", "M175", "M183", "M184", "M185"],
      ...["M273", "M274", "M275", "M283", "M284", "M285"],
    ].map((code) => [code, "fee-paid"]),
  ),
  "EXP.": "lapsed",
  EXPX: "reinstated",
  REIN: "reinstated",
};
