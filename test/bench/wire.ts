// The benchmark's client: writes bytes and notes when bytes arrive. The clock of a message stops when its last byte is
// there, before anything is parsed, so that this side's work is not charged to the server.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number };
  readonly result?: unknown;
  readonly error?: unknown;
}

export interface Arrival {
  /** performance.now() when the last byte arrived. */
  readonly at: number;
  readonly message: Message;
}

export function frame(content: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...content }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

export class Wire {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Set<{ fits: (message: Message) => boolean; resolve: (arrival: Arrival) => void }>();
  private chunks: Buffer[] = [];
  private length = 0;
  /** Bytes of the message being received, head included; 0 while its head is not whole. */
  private expected = 0;
  private bodyAt = 0;

  constructor(server: string) {
    this.child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    this.child.stderr.pipe(process.stderr);
    this.child.stdout.on("data", (chunk: Buffer) => this.take(chunk, performance.now()));
  }

  write(bytes: Buffer): void {
    this.child.stdin.write(bytes);
  }

  next(fits: (message: Message) => boolean): Promise<Arrival> {
    return new Promise((resolve, reject) => {
      const end = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
      this.child.once("exit", end);
      this.waiting.add({
        fits,
        resolve: (arrival) => {
          this.child.removeListener("exit", end);
          resolve(arrival);
        },
      });
    });
  }

  end(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once("exit", () => resolve());
      this.child.kill();
    });
  }

  private take(chunk: Buffer, at: number): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    for (;;) {
      if (this.expected === 0) {
        const bytes = this.joined();
        const headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd < 0) return;
        const size = /content-length: *(\d+)/i.exec(bytes.toString("latin1", 0, headEnd));
        this.bodyAt = headEnd + 4;
        this.expected = this.bodyAt + Number(size?.[1]);
      }
      if (this.length < this.expected) return;
      const bytes = this.joined();
      const message = JSON.parse(bytes.toString("utf8", this.bodyAt, this.expected)) as Message;
      const rest = bytes.subarray(this.expected);
      this.chunks = [rest];
      this.length = rest.length;
      this.expected = 0;
      for (const waiter of [...this.waiting]) {
        if (!waiter.fits(message)) continue;
        this.waiting.delete(waiter);
        waiter.resolve({ at, message });
      }
    }
  }

  private joined(): Buffer {
    const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks, this.length);
    this.chunks = [bytes];
    return bytes;
  }
}
