/** An attack or leak told of one victim: where the name stands, and which words tell it. */
export interface VictimMention {
  /** Span of the name in `Doc.text`. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Other names that the same place gives, as in 角川（Kadokawa）. */
  readonly aliases: readonly string[];
  /** Index of the sentence. */
  readonly sentence: number;
  /** Span of the words that tell the event. */
  readonly eventStart: number;
  readonly eventEnd: number;
  readonly rule: string;
  /** 0 to 1: how surely the words tell that this one was hit. */
  readonly strength: number;
  /** A description (“a hospital in Texas”, 某市政府) rather than a name. */
  readonly described: boolean;
}

/** A name cut out of a clause, before anything is known about its part. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly aliases: readonly string[];
  /** 3 a proper name for sure, 2 a description, 1 an unknown word, 0 no name. */
  readonly grade: 0 | 1 | 2 | 3;
}

/** A name as it is given: one blank for any white space, mended line breaks gone. */
export function plainName(raw: string): string {
  return raw.replace(/\u2060/g, '').replace(/\s+/g, ' ');
}
