/** Something that a clause either says or does not. */
export interface Cue {
  test(text: string): boolean;
}

const HAN = /[\u3040-\u9fff]/;
const LATIN = /[a-z]{2}/;

/**
 * A cue in two scripts. Only the patterns of the scripts that a clause is written in are tried, which halves
 * the work.
 *
 * @param han patterns of Chinese and Japanese words
 * @param latin patterns of English and Italian words
 */
export function byScript(han: RegExp, latin: RegExp): Cue {
  return {
    test: (text) => (HAN.test(text) && han.test(text)) || (LATIN.test(text) && latin.test(text)),
  };
}
