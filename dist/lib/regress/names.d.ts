/** Whether a name can be given to a fixture. */
export declare const isFixtureName: (name: string) => boolean;
/** @throws GaitError invalid_input. */
export declare function assertFixtureName(name: string): void;
/** The name of a fixture that was given none: `Run Déjà (A) 1` becomes `run-d-j-a-1`. */
export declare const deriveFixtureName: (runId: string) => string;
