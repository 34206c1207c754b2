/** Whether the paper is dark; "either": told by the style of the page, which the reader's settings decide. */
export type Paper = boolean | "either";
