import { defineConfig } from 'drizzle-kit';

/** Every file of `tables/` is part of the one schema; nothing else has to be registered. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './platform/postgres/tables/*.ts',
  out: './platform/postgres/migrations',
});
