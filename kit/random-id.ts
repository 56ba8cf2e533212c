const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A random id of 16 characters out of 62 (95 bits), drawn without modulo bias. Not for `domain/`: it is impure. */
export function randomId(): string {
  let id = '';
  while (id.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      if (byte < 248 && id.length < 16) id += alphabet[byte % 62];
    }
  }
  return id;
}
