/**
 * How the server's Node is started (docs/decisions/0060). V8 takes what the machine has: on 24 GiB it keeps 128 MB for young
 * objects, and lets garbage grow to four times what is in use before it looks. A server shares its machine.
 */
export const serverFlags = ['--max-semi-space-size=16', '--heap-growing-percent=50'];
