import { defineConfig } from "vitest/config";
import { viteSchemaPlugin } from "./scripts/schema-plugin.mjs";

export default defineConfig({
  plugins: [viteSchemaPlugin()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "node_modules/**"],
    testTimeout: 60_000,
    pool: "threads",
  },
});
