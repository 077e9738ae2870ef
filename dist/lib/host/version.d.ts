/** The version of this build. Development builds say `0.0.0-dev`, because digests contain it; the release script stamps the real one. */
export declare const VERSION = "0.0.0-dev";
