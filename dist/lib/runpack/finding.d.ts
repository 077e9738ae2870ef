/** What an artifact has about it that no digest catches. */
export interface Finding {
    /** Stable, e.g. `runpack_undeclared_entry`. */
    readonly code: string;
    /** One sentence. */
    readonly message: string;
}
