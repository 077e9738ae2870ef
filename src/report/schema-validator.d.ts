/** What `scripts/schema-plugin.mjs` makes of a schema while building. */
declare module "*.json?validator" {
  interface SchemaError {
    /** JSON pointer to the value at fault. */
    readonly instancePath: string;
    readonly message?: string;
  }
  const validate: ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
  export default validate;
}
