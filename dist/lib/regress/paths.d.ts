import { type Host } from "../format/host.js";
export declare const isAbsolutePath: (name: string) => boolean;
/** `name` seen from `folder`; an absolute one stays as it is. */
export declare const cleanJoin: (folder: string, name: string) => string;
/** A relative path without `.`, `..` and repeated slashes; an absolute one stays as it is. */
export declare const cleanPath: (name: string) => string;
/** Folder of a fixture's runpack. */
export declare const folderOf: (file: string) => string;
/** Refuses paths that leave what a run may read. */
export interface Boundary {
    /** @throws GaitError invalid_input `path_outside_project`; nothing of the path was read then. */
    assertInside(name: string, what: string): void;
}
/** Whether a name lies below a folder by its words. */
export declare const liesWithin: (host: Host, folder: string, name: string) => boolean;
/**
 * The boundary of a project: a path must lie in one of the folders by its words, and still do so when links are followed.
 * @param folders the project root first; it is named in errors.
 */
export declare function boundaryOf(host: Host, folders: readonly string[], allowOutside: boolean): Boundary;
