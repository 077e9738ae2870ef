import { type Grader } from "./grader.js";
/** Digests and the manifest's schema hold already: a fixture whose baseline is not sound is not graded. */
export declare const schemaValidation: Grader;
