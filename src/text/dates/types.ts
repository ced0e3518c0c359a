/** What a written form tells of a date, before it is resolved. */
export type Told =
  /** Pieces of a date of the calendar; what is missing comes from context. */
  | {
      readonly kind: 'pieces';
      readonly year?: number | undefined;
      readonly month?: number | undefined;
      readonly day?: number | undefined;
      readonly yearOffset?: number | undefined;
      readonly past?: boolean | undefined;
    }
  | { readonly kind: 'days'; readonly offset: number }
  | { readonly kind: 'months'; readonly offset: number; readonly day?: number | undefined }
  /** `week`: weeks away, null for the most recent such day; `weekday` 1 to 7, 0 for the weekend, null for the whole week. */
  | {
      readonly kind: 'week';
      readonly week: number | null;
      readonly weekday: number | null;
      readonly strictlyBefore?: boolean | undefined;
    }
  | { readonly kind: 'ago'; readonly n: number; readonly unit: 'day' | 'week' | 'month' | 'year' }
  /** A season or a lunar day: a time that is no date here. */
  | { readonly kind: 'none' };

/** A written form found in a text. */
export interface Raw {
  readonly start: number;
  readonly end: number;
  readonly told: Told;
  readonly rule: string;
  /** First or second end of a range that the form itself holds. */
  readonly part?: 'start' | 'end' | undefined;
}

export interface ReadContext {
  /** The folded text. */
  readonly folded: string;
  /** The text itself, for capital letters. */
  readonly text: string;
  readonly lang: string;
}

/** Reads the forms that begin at one place; the longest wins. */
export type DateParser = (context: ReadContext, at: number) => Raw | readonly Raw[] | null;

export interface DateSpan {
  /** Half-open span of the words. */
  readonly start: number;
  readonly end: number;
  /** ISO 8601 at the precision stated; null where the words name no day, month or year. */
  readonly value: string | null;
  readonly precision: 'day' | 'month' | 'year';
  /** Every part was written: nothing was taken from the publication day or from context. */
  readonly certain: boolean;
  readonly relative: boolean;
  readonly rule: string;
  /** First or second end of a range. */
  readonly part?: 'start' | 'end' | undefined;
  /** The day of the news itself (5月9日消息, 据路透社8日报道), not of what it tells. */
  readonly dateline: boolean;
}
