import { type PrivateKey, type PublicKey } from "../format/keys.js";
import { type ProofRecord } from "./records.js";
/** An entry that a record vouches for. */
export interface ProvenEntry {
    readonly path: string;
    readonly type: string;
    readonly sha256: string;
    /** Bytes. */
    readonly size: number;
}
export interface ProofSubject {
    readonly packType: string;
    readonly sourceRef: string;
    readonly producerVersion: string;
}
/** The text of `proof_records.jsonl` over the given entries; without a key the records are not signed. */
export declare function buildProofRecords(subject: ProofSubject, entries: readonly ProvenEntry[], key?: PrivateKey): string;
/** A record of a stored chain with its physical line, from 1. */
export interface ProofLine {
    readonly line: number;
    readonly record: ProofRecord;
}
/** Reads a chain and recomputes every link. @throws GaitError verification_failed `proof_records.jsonl: line N …`. */
export declare function verifyProofChain(bytes: Uint8Array): ProofLine[];
/** What is wrong with the signatures of records, none where all hold for the key. */
export declare const proofSignatureErrors: (lines: readonly ProofLine[], key: PublicKey) => string[];
/** Where a chain says something else of the pack than its manifest and entries do: a sentence each. */
export declare function proofDifferences(subject: ProofSubject, entries: readonly ProvenEntry[], lines: readonly ProofLine[]): string[];
