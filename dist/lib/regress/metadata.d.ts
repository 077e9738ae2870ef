import type { Host } from "../format/host.js";
import type { JsonObject } from "../format/json.js";
import { type Infer } from "../format/shape.js";
export declare const FIXTURE_SCHEMA_ID = "gait.regress.fixture";
export declare const FIXTURE_FILE = "fixture.json";
/** What a fixture's runpack is called in its folder. */
export declare const RUNPACK_FILE = "runpack.zip";
export declare const fixtureShape: import("../format/shape.js").Shape<import("../format/shape.js").RecordOf<{
    schema_id: import("../format/shape.js").Shape<string>;
    schema_version: import("../format/shape.js").Shape<string>;
    name: import("../format/shape.js").Shape<string>;
    run_id: import("../format/shape.js").Shape<string>;
    runpack: import("../format/shape.js").Shape<string>;
    expected_replay_exit_code: import("../format/shape.js").Shape<number>;
    expected_tool_sequence: import("../format/shape.js").OmitEmpty<string[]>;
    expected_verdict_sequence: import("../format/shape.js").OmitEmpty<string[]>;
    candidate_runpack: import("../format/shape.js").OmitEmpty<string>;
    context_conformance: import("../format/shape.js").OmitEmpty<string>;
    allow_context_runtime_drift: import("../format/shape.js").OmitEmpty<boolean>;
    expected_context_set_digest: import("../format/shape.js").OmitEmpty<string>;
    diff_allow_changed_files: import("../format/shape.js").OmitEmpty<string[]>;
    session_chain: import("../format/shape.js").OmitEmpty<string>;
    checkpoint_index: import("../format/shape.js").OmitEmpty<number>;
}>>;
export type FixtureMetadata = Infer<typeof fixtureShape>;
export interface MetadataOptions {
    /** Called with every field that no version of the schema knows. */
    readonly onUnknown?: ((field: string) => void) | undefined;
}
/**
 * Reads the text of a fixture.json: normalised and checked on its own; `file` is only named in errors.
 * @throws GaitError invalid_input with the line where there is one.
 */
export declare function parseMetadata(bytes: Uint8Array | string, file: string, options?: MetadataOptions): FixtureMetadata;
/** Reads and checks a fixture.json. @throws GaitError invalid_input. */
export declare function readMetadata(host: Host, file: string, options?: MetadataOptions): FixtureMetadata;
/** The file as it is written. @param rest fields that are not ours, kept behind our own */
export declare const metadataText: (metadata: FixtureMetadata, rest?: JsonObject) => string;
/** Whether a fixture says anything about context, which turns the context grader on for all (spec 40 §5.1 step 4). */
export declare const mentionsContext: (metadata: FixtureMetadata) => boolean;
