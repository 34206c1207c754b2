import { solveHalf } from "./solving.ts";

solveHalf(0);
