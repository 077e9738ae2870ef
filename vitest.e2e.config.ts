import { defineConfig } from "vitest/config";

// End-to-end tests start real runners, browsers and servers: one file after the other, and with time.
// They need `node scripts/install-tools.mjs` once. `npm test` runs everything else.
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
