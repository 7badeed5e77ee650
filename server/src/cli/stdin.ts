// The standard input, read to its end or as far as anything is checked.

/** Null where there are more than `most` bytes; empty where it was interrupted. Rejects where it cannot be read. */
export async function readInput(
  stream: NodeJS.ReadableStream,
  most: number,
  interrupted: AbortSignal,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const settle = (bytes: Buffer | null): void => {
      stream.pause();
      resolve(bytes);
    };
    interrupted.addEventListener("abort", () => settle(Buffer.alloc(0)), { once: true });
    stream.on("error", reject);
    stream.on("end", () => settle(Buffer.concat(chunks)));
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) settle(null);
    });
  });
}
