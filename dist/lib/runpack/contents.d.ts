import { type OpenRunpack } from "./archive.js";
import type { Finding } from "./finding.js";
/**
 * Everything doubtful about a runpack whose digests hold. Digests say that a file is what was recorded; this says whether what
 * was recorded makes sense.
 * @param all also looks into files so large that it takes much memory.
 */
export declare const contentFindings: (opened: OpenRunpack, all: boolean) => Finding[];
