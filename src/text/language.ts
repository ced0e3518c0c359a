/** The most characters that are looked at; a language shows within a few lines. */
const SAMPLE = 6000;
/** Fewest words (or Han and kana, counted as half words) that an answer rests on. */
const FEWEST_WORDS = 6;

/**
 * The commonest small words of each language, which other languages share least. Source: general knowledge of
 * the languages, not a corpus.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on with as be by are this from have has were which or their been its an at not they said will who we you our can your',
  it: 'di il la che per un una del della dei delle nel nella con sono gli le al alla è da dal non si come più anche questo questa ha stato',
  es: 'de el la que y los las del por una para con no se su al como más este esta son fue han ha sus también pero lo entre',
  pt: 'de o a que e do da em um uma para com não os as dos das no na por mais se ao foi são também pelo pela seu sua',
  fr: 'le la les de des et un une du dans que qui pour est sur au aux avec par pas ce cette ces son sont ont été plus leur',
  de: 'der die das und in den von zu mit ist im für auf des ein eine dem nicht sich auch als es an werden wird bei wurde oder nach einer',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er om door naar bij ook als uit worden heeft deze',
  sv: 'och att det som en på är av för med den till inte har om ett från men var så vid kan eller sig',
  da: 'og det at en den til er som på de med der af for ikke har var jeg et fra blev kan',
  no: 'og det at en den til er som på de med av for ikke har var jeg et fra ble kan være',
  fi: 'ja on ei se että hän oli joka mutta ovat kun myös tai kuin niin sen',
  pl: 'i w na z się nie do to że jest o jak po co tak za od przez są dla oraz tym został',
  cs: 'a se na v je že s z do o to i jako pro by po ale za jsou byl která nebo',
  ro: 'de și în a la cu pe că din pentru este nu o un care mai au fost sau prin',
  hu: 'a az és hogy nem is egy van volt csak meg mint de ez már még vagy',
  tr: 've bir bu için ile de da olarak çok daha olan gibi sonra kadar ancak ya her en',
  id: 'yang dan di untuk dengan ini dari dalam tidak pada itu akan juga oleh ke adalah telah sebagai',
  vi: 'và của là có được cho các trong với một không này những đã để người khi từ',
};

const WORDS = new Map<string, string[]>();
for (const [language, list] of Object.entries(STOP_WORDS)) {
  for (const word of list.split(' ')) {
    const languages = WORDS.get(word);
    if (languages) languages.push(language);
    else WORDS.set(word, [language]);
  }
}

/** Languages that a script gives away by itself, with the code units of their letters. */
const SCRIPTS: readonly (readonly [language: string, first: number, last: number])[] = [
  ['ko', 0xac00, 0xd7af],
  ['ru', 0x0400, 0x04ff],
  ['ar', 0x0600, 0x06ff],
  ['he', 0x0590, 0x05ff],
  ['el', 0x0370, 0x03ff],
  ['th', 0x0e00, 0x0e7f],
  ['hi', 0x0900, 0x097f],
];
const HAN = SCRIPTS.length + 1;
const KANA = SCRIPTS.length + 2;

/** The script of each code unit: its place in `SCRIPTS` from 1, `HAN`, `KANA`, or 0. */
const SCRIPT_OF = new Uint8Array(0x10000);
for (const [i, [, first, last]] of SCRIPTS.entries()) SCRIPT_OF.fill(i + 1, first, last + 1);
SCRIPT_OF.fill(HAN, 0x3400, 0xa000).fill(HAN, 0xf900, 0xfb00);
SCRIPT_OF.fill(KANA, 0x3041, 0x3097).fill(KANA, 0x30a1, 0x30fb).fill(KANA, 0xff66, 0xffa0);

/** Letters of each script in a text, by the numbers of `SCRIPT_OF`. */
function countScripts(text: string): Uint32Array {
  const counts = new Uint32Array(KANA + 1);
  for (let i = 0; i < text.length; i++) {
    const script = SCRIPT_OF[text.charCodeAt(i)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return counts;
}
const LATIN_WORD = /[a-z\u00c0-\u024f\u1ea0-\u1ef9]{1,30}/g;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** A sample over the whole text, so that a foreign quotation at its head does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const part = SAMPLE / 3;
  const middle = Math.floor((text.length - part) / 2);
  return `${text.slice(0, part)} ${text.slice(middle, middle + part)} ${text.slice(-part)}`;
}

function cyrillic(text: string): string {
  const ukrainian = count(text, /[іїєґ]/g);
  if (ukrainian > 2 && ukrainian > count(text, /[ыэъё]/g)) return 'uk';
  // Bulgarian writes ъ as a vowel and has no ы or э.
  return count(text, /ъ/g) > 5 && count(text, /[ыэ]/g) === 0 ? 'bg' : 'ru';
}

function latin(words: readonly string[]): string {
  const scores = new Map<string, number>();
  for (const word of words) {
    for (const language of WORDS.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  let best = 'und';
  let most = 0;
  for (const [language, score] of scores) {
    if (score > most) {
      most = score;
      best = language;
    }
  }
  // Names and terms alone say nothing; running text has a small word in ten.
  if (most >= 2 && most * 14 >= words.length) return best;
  return words.length >= FEWEST_WORDS && words.every((w) => /^[a-z]+$/.test(w)) ? 'en' : 'und';
}

/**
 * The main language of a text, by script and by the share of small words.
 *
 * @param text plain text; about 6,000 characters of it are read
 * @returns ISO 639-1 code, or `und` where there is too little to tell
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text).toLowerCase();
  const letters = countScripts(sample);
  const han = letters[HAN] ?? 0;
  const kana = letters[KANA] ?? 0;
  const words = sample.match(LATIN_WORD) ?? [];
  for (const [i, [language]] of SCRIPTS.entries()) {
    const n = letters[i + 1] ?? 0;
    // A word of these scripts is about six letters; Korean writes syllables.
    const weight = language === 'ko' ? n / 2 : n / 6;
    if (weight >= FEWEST_WORDS / 2 && weight > words.length && weight > (han + kana) / 2) {
      return language === 'ru' ? cyrillic(sample) : language;
    }
  }
  // A Chinese text about software is full of English names: two characters weigh as much as a word and a half.
  const eastern = (han + kana) * 0.75;
  if (eastern >= FEWEST_WORDS / 2 && eastern * 2 > words.length) {
    return kana > (han + kana) * 0.06 && kana > 2 ? 'ja' : 'zh';
  }
  return latin(words);
}
