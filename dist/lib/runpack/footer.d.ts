import type { Host } from "../format/host.js";
import { type RunpackVerification } from "./verify.js";
export declare const ticketFooter: (runId: string, digest: string) => string;
export interface FooterFacts {
    readonly runId: string;
    /** 64 lower-case hex digits. */
    readonly manifestDigest: string;
}
/** What a footer says, or undefined where it breaks its contract; both ids must agree. */
export declare function parseTicketFooter(footer: string): FooterFacts | undefined;
/** Whether a footer keeps its contract. */
export declare const isTicketFooter: (footer: string) => boolean;
/** Reads the footer that a user pasted. @throws GaitError invalid_input. */
export declare function readTicketFooter(footer: string): FooterFacts;
export interface Receipt {
    readonly verification: RunpackVerification;
    readonly footer: string;
}
/**
 * The footer of a sound runpack; signatures are not looked at.
 * @throws GaitError verification_failed for findings, internal_failure where id or digest cannot stand in a footer.
 */
export declare function runpackReceipt(host: Host, file: string): Promise<Receipt>;
