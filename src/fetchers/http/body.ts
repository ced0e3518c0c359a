import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchError } from './errors.js';

export interface BodyLimits {
  /** Bytes on the wire. */
  readonly wireBytes: number;
  /** Bytes after decompression. */
  readonly decodedBytes: number;
  /** Decoded to wire bytes, looked at above 1 MiB decoded. */
  readonly ratio: number;
  /** Content encodings applied one after the other. */
  readonly encodings: number;
}

const RATIO_FLOOR = 1024 * 1024;

/** The encodings of a `Content-Encoding` header in the order they were applied, `identity` left out. */
export function contentEncodings(header: string | undefined): readonly string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',', 64)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
}

function decoder(encoding: string, url: string): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return inflateEither();
  throw new FetchError('encoding', `${url}: content encoding ${encoding} is not known`);
}

/** `deflate` is zlib by the standard and raw deflate by habit of some servers; the first byte tells. */
function inflateEither(): Transform {
  let inner: Transform | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (inner === undefined) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
        inner.on('data', (data: Buffer) => this.push(data));
        inner.on('error', (error) => this.destroy(error));
      }
      inner.write(chunk, done);
    },
    flush(done) {
      if (inner === undefined) return done();
      inner.once('end', () => done());
      inner.end();
    },
  });
}

/** Drops a body that nobody reads; that it was dropped is no error of its own. */
function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

function meter(limit: number, error: () => FetchError, onBytes: (total: number) => void): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > limit) return done(error());
      onBytes(total);
      done(null, chunk);
    },
  });
}

/**
 * Reads a body to its end, undoing its content encodings, and breaks off as soon as a limit is passed, so that
 * memory stays within the limits whatever comes.
 * @throws FetchError `too_large`, `encoding` or what `asFetchError` makes of the rest
 */
export async function readBody(
  body: Readable,
  encodings: readonly string[],
  limits: BodyLimits,
  url: string,
): Promise<{ readonly bytes: Uint8Array; readonly wireBytes: number }> {
  if (encodings.length > limits.encodings) {
    discard(body);
    throw new FetchError('encoding', `${url}: ${encodings.length} content encodings on top of each other`);
  }
  const large = (what: string) => () => new FetchError('too_large', `${url}: larger than ${what}`);
  let wire = 0;
  let decoded = 0;
  const chunks: Buffer[] = [];
  const wireMeter = meter(limits.wireBytes, large(`${limits.wireBytes} bytes on the wire`), (total) => {
    wire = total;
  });
  const sink = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      decoded += chunk.length;
      if (decoded > limits.decodedBytes) return done(large(`${limits.decodedBytes} bytes unpacked`)());
      if (decoded > RATIO_FLOOR && decoded > wire * limits.ratio) {
        return done(
          new FetchError('too_large', `${url}: unpacks to more than ${limits.ratio} times its size`),
        );
      }
      chunks.push(chunk);
      done();
    },
  });
  let decoders: Transform[];
  try {
    decoders = encodings.toReversed().map((encoding) => decoder(encoding, url));
  } catch (error) {
    discard(body);
    throw error;
  }
  await pipeline([body, wireMeter, ...decoders, sink.resume()]);
  return { bytes: new Uint8Array(Buffer.concat(chunks)), wireBytes: wire };
}
