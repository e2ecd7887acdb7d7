// The browser's own zlib, for links: `globalThis.ouroZlib`.

async function pipe(bytes, stream, limit = Infinity) {
  const parts = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The bytes, compressed. */
export const pack = (bytes) => pipe(bytes, new CompressionStream("deflate"));

/** What `pack` was given. Rejects what was cut short or changed, and what unpacks to more than `limit` bytes. */
export const unpack = (bytes, limit) => pipe(bytes, new DecompressionStream("deflate"), limit);

globalThis.ouroZlib = { pack, unpack };
