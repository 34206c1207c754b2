/** Steps up and down the chain that exposure looks at where nothing is said, and the most that may be asked for (assumed). */
export const usualDepth = 1;
export const mostDepth = 5;
