import type { ReparseProgress } from '../pipeline/reparse.js';

/** A line on standard error that is rewritten in place. Nothing where standard error is no terminal. */
export interface ProgressLine {
  show(progress: ReparseProgress): void;
  /** Prints a line of its own above the progress line. */
  say(text: string): void;
  done(): void;
}

const CLEAR = '\r\u001B[2K';
/** Redrawing more often than this costs more than it tells. */
const INTERVAL_MS = 100;

/** Shows how far a run is and how fast it goes. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const began = performance.now();
  let drawn = 0;
  let shown = false;
  return {
    show({ phase, pages, failures, share }) {
      const now = performance.now();
      if (!stream.isTTY || (phase === 'reading' && now - drawn < INTERVAL_MS)) return;
      drawn = now;
      shown = true;
      const seconds = (now - began) / 1000;
      const rate = Math.round(pages / Math.max(seconds, 0.001));
      const failed = failures > 0 ? `, ${failures} failed` : '';
      const left = share === null || share === 0 ? '' : `, ${duration((seconds / share) * (1 - share))} left`;
      const what = phase === 'linking' ? 'joining reports into incidents' : `${rate} pages/s${left}`;
      stream.write(`${CLEAR}${bar(share)}${pages.toLocaleString('en-US')} pages${failed} · ${what}`);
    },
    say(text) {
      stream.write(`${shown ? CLEAR : ''}${text}\n`);
    },
    done() {
      if (shown) stream.write(CLEAR);
      shown = false;
    },
  };
}

const BAR_WIDTH = 24;

function bar(share: number | null): string {
  if (share === null) return '';
  const full = Math.round(share * BAR_WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${String(Math.round(share * 100)).padStart(3)} % · `;
}

function duration(seconds: number): string {
  const s = Math.ceil(seconds);
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${s % 60} s`;
}
