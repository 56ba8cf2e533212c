import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Bytes, as a plain `Uint8Array` whatever the driver gives (`pg` gives a Buffer, PGlite a Uint8Array). */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

/** A moment, kept in UTC with its zone, to the millisecond. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
