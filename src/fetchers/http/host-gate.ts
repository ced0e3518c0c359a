import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/** A host that must not be asked now. */
export class HostRestingError extends Error {
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly until: number;

  constructor(host: string, until: number, reason: string) {
    super(`${host} rests until ${new Date(until).toISOString()}: ${reason}`);
    this.name = 'HostRestingError';
    this.host = host;
    this.until = until;
  }
}

export interface HostGateOptions {
  /** Requests at once over all hosts. */
  readonly concurrency: number;
  /** Milliseconds from the end of one request to a host to the start of the next. */
  readonly delayMs: number;
  /** Share of the delay that is added at random, 0 to 1. */
  readonly jitter: number;
  readonly signal?: AbortSignal | undefined;
}

export interface HostGate {
  /**
   * Runs a request when the host has no other running, its delay is over and there is room in all.
   * @throws HostRestingError where the host rests
   */
  run<T>(host: string, request: () => Promise<T>): Promise<T>;
  /** A host's own delay, in place of the default; of several the longest counts. */
  setDelay(host: string, delayMs: number): void;
  /** Raises a host's delay where its robots.txt asks for more. */
  atLeast(host: string, delayMs: number): void;
  /** No request to the host before this time. */
  notBefore(host: string, time: number): void;
  /** No request to any host before this time. */
  holdAll(time: number): void;
  /** Lets a host rest: `run` refuses it until then. */
  rest(host: string, until: number, reason: string): void;
  restingUntil(host: string): number | null;
}

interface HostState {
  readonly queue: PQueue;
  /** Set by sources; null while the default counts. */
  delayMs: number | null;
  asked: number;
  nextAt: number;
  restUntil: number;
  restReason: string;
}

/** One request at a time and a delay between them for each host, under one limit over all hosts. */
export function createHostGate(options: HostGateOptions): HostGate {
  const all = new PQueue({ concurrency: options.concurrency });
  const hosts = new Map<string, HostState>();
  let heldUntil = 0;

  function stateOf(host: string): HostState {
    let state = hosts.get(host);
    if (state === undefined) {
      state = {
        queue: new PQueue({ concurrency: 1 }),
        delayMs: null,
        asked: 0,
        nextAt: 0,
        restUntil: 0,
        restReason: '',
      };
      hosts.set(host, state);
    }
    return state;
  }

  function refuseResting(host: string, state: HostState): void {
    if (state.restUntil > Date.now()) throw new HostRestingError(host, state.restUntil, state.restReason);
  }

  async function take<T>(host: string, state: HostState, request: () => Promise<T>): Promise<T> {
    for (;;) {
      refuseResting(host, state);
      const wait = Math.max(state.nextAt, heldUntil) - Date.now();
      if (wait <= 0) break;
      await sleep(wait, undefined, options.signal ? { signal: options.signal } : {});
    }
    return all.add(async () => {
      options.signal?.throwIfAborted();
      refuseResting(host, state);
      try {
        return await request();
      } finally {
        const jitter = 1 + options.jitter * Math.random();
        state.nextAt = Math.max(
          state.nextAt,
          Date.now() + Math.max(state.delayMs ?? options.delayMs, state.asked) * jitter,
        );
      }
    });
  }

  return {
    run(host, request) {
      const state = stateOf(host);
      return state.queue.add(() => take(host, state, request));
    },
    setDelay(host, delayMs) {
      const state = stateOf(host);
      state.delayMs = Math.max(state.delayMs ?? 0, delayMs);
    },
    atLeast(host, delayMs) {
      const state = stateOf(host);
      state.asked = Math.max(state.asked, delayMs);
    },
    notBefore(host, time) {
      const state = stateOf(host);
      state.nextAt = Math.max(state.nextAt, time);
    },
    holdAll(time) {
      heldUntil = Math.max(heldUntil, time);
    },
    rest(host, until, reason) {
      const state = stateOf(host);
      if (until <= state.restUntil) return;
      state.restUntil = until;
      state.restReason = reason;
    },
    restingUntil(host) {
      const until = hosts.get(host)?.restUntil ?? 0;
      return until > Date.now() ? until : null;
    },
  };
}
