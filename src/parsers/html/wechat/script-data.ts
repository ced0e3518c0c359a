import type { Buffer } from 'node:buffer';
import { decodeHTML } from 'entities';

/**
 * Values that a WeChat page states in its scripts, still as written there (`\x26amp;`); `jsText` and `jsHtml`
 * decode them. Keys of nested objects are joined with a dot (`copyright_info.reprint_url`).
 */
export type ScriptData = ReadonlyMap<string, string>;

/** What the pages of all years state, by the name each has in `cgiDataNew`; older pages have only variables. */
const VARIABLES: Readonly<Record<string, string>> = {
  ct: 'ori_create_time',
  oriCreateTime: 'ori_create_time',
  create_time: 'ori_create_time',
  createTime: 'create_time',
  msg_title: 'title',
  msg_desc: 'desc',
  msg_cdn_url: 'cdn_url',
  msg_link: 'link',
  msg_source_url: 'source_url',
  nickname: 'nick_name',
  user_name: 'user_name',
  biz: 'bizuin',
  mid: 'mid',
  idx: 'idx',
  sn: 'sn',
  item_show_type: 'item_show_type',
  copyright_stat: 'copyright_info.copyright_stat',
  source_encode_biz: 'copyright_info.source_encode_biz',
  source_mid: 'copyright_info.source_mid',
  source_idx: 'copyright_info.source_idx',
  transferTargetLink: 'transfer_target_link',
};
const OBJECT = 'cgiDataNew = {';
const NAME = new RegExp(
  `(?:[\\s,;{]|window\\.)(${Object.keys(VARIABLES).join('|')})\\s{0,8}=\\s{0,8}(?=["']|htmlDecode\\(|JsDecode\\(|\\(?xml \\?)`,
  'g',
);
const PICTURES = 'picture_page_info_list: [';
const ESSENTIAL = ['title', 'nick_name', 'ori_create_time', 'item_show_type', 'bizuin'];
/** What the values of some keys look like: a library that happens to assign the name holds something else. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  ori_create_time: /^\d{9,11}$/,
  create_time: /^20\d\d-\d\d-\d\d/,
  bizuin: /^[\w+/=%-]{8,40}$/,
  mid: /^\d{1,12}$/,
  idx: /^\d{1,2}$/,
  sn: /^[0-9a-f]{32}$/,
  item_show_type: /^\d{1,3}$/,
  'copyright_info.copyright_stat': /^\d$/,
};
/** Assignments that stand in the scripts with data. */
const SIGNS = [
  'var ct',
  'window.ct',
  'oriCreateTime',
  'msg_title',
  'var biz',
  'window.biz',
  'transferTargetLink',
];
/** Next thing to look at in an object literal: a string, a bracket, or the start of a word. */
const TOKEN = /["'`{}[\]]|[A-Za-z_$][\w$]{0,80}/g;
/** Deepest object that is read into. */
const MAX_NESTING = 32;

/**
 * Reads the data of a WeChat page out of its scripts. Nothing is evaluated: a scanner reads string literals behind
 * exact names (`window.cgiDataNew = {…}` on newer pages, `var ct = "…"` on all).
 *
 * @param scripts the page's scripts as UTF-8 (`splitPage`)
 */
export function readScriptData(scripts: readonly Buffer[]): ScriptData {
  const data = new Map<string, string>();
  for (const script of scripts) {
    const at = script.indexOf(OBJECT, 0, 'latin1');
    if (at < 0) continue;
    const from = at + OBJECT.length;
    const pictures = script.indexOf(PICTURES, from, 'latin1');
    // What comes before the list of pictures is all that an article needs, and far the smaller part.
    if (pictures >= 0) readObject(script.toString('utf8', from, pictures), 0, data);
    if (pictures < 0 || !ESSENTIAL.every((key) => data.has(key)) || data.get('item_show_type') !== '0') {
      readObject(script.toString('utf8', from, script.length), 0, data);
    }
  }
  if (!data.has('ori_create_time') || !data.has('title')) {
    for (const script of scripts)
      if (mayStateVariables(script)) readVariables(script.toString('utf8', 0, script.length), data);
  }
  return data;
}

/** Cheap look at a script's bytes: most are libraries, which would take longer to decode than to leave. */
function mayStateVariables(script: Buffer): boolean {
  return SIGNS.some((sign) => script.includes(sign, 0, 'latin1'));
}

function readVariables(script: string, data: Map<string, string>): void {
  NAME.lastIndex = 0;
  for (let match = NAME.exec(script); match !== null; match = NAME.exec(script)) {
    const key = VARIABLES[match[1] ?? ''];
    if (key === undefined || data.has(key)) continue;
    const value = firstOperand(script, NAME.lastIndex);
    if (value !== '' && (SHAPES[key]?.test(value) ?? true)) data.set(key, value);
  }
}

/** The first filled string of `"" || "value" || ""`, `htmlDecode("value")`, `xml ? getXmlValue('x') : 'value'`. */
function firstOperand(script: string, from: number): string {
  const end = Math.min(script.length, from + 200_000);
  const xml = /\(?xml \? (?:getXmlValue\('[^']{0,60}'\)(?: \* 1)?(?: \|\| )?){1,4}\)? ?: ?/y;
  xml.lastIndex = from;
  let at = xml.test(script) ? xml.lastIndex : from;
  for (let operand = 0; operand < 4; operand++) {
    const call = /(?:htmlDecode|JsDecode)\(/y;
    call.lastIndex = at;
    if (call.test(script)) at = call.lastIndex;
    const quote = script.charAt(at);
    if (quote !== '"' && quote !== "'") return '';
    const close = stringEnd(script, at, end);
    if (close < 0) return '';
    if (close > at + 1) return script.slice(at + 1, close);
    const or = /\)?\s{0,8}\|\|\s{0,8}/y;
    or.lastIndex = close + 1;
    if (!or.test(script)) return '';
    at = or.lastIndex;
  }
  return '';
}

/** Index of the closing quote of the string literal that opens at `at`, or -1. */
function stringEnd(script: string, at: number, limit: number): number {
  const quote = script.charAt(at);
  for (let i = at + 1; i < limit; i++) {
    const close = script.indexOf(quote, i);
    if (close < 0 || close >= limit) return -1;
    let slashes = 0;
    while (script.charCodeAt(close - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return close;
    i = close;
  }
  return -1;
}

/** Reads `key: JsDecode('…')`, `key: '1' * 1` and nested objects from inside an object literal. */
function readObject(script: string, from: number, data: Map<string, string>): void {
  const path: string[] = [''];
  let key = '';
  let pictures = 0;
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(script); match !== null; match = TOKEN.exec(script)) {
    const token = match[0];
    const first = token.charAt(0);
    if (first === '{' || first === '[') {
      if (path.length >= MAX_NESTING) return;
      const parent = path.at(-1) ?? '';
      path.push(key === '' ? parent : parent === '' ? key : `${parent}.${key}`);
      key = '';
    } else if (first === '}' || first === ']') {
      path.pop();
      key = '';
      if (path.length === 0) return;
    } else if (first === '"' || first === "'") {
      const close = stringEnd(script, match.index, script.length);
      if (close < 0) return;
      if (key !== '') {
        const parent = path.at(-1) ?? '';
        const name = parent === '' ? key : `${parent}.${key}`;
        const value = script.slice(match.index + 1, close);
        if (name === 'picture_page_info_list.cdn_url') data.set(`picture:${pictures++}`, value);
        else if (value !== '' && !data.has(name)) data.set(name, value);
        key = '';
      }
      TOKEN.lastIndex = close + 1;
    } else if (first !== '`') {
      if (script.charAt(TOKEN.lastIndex) === ':') key = token;
      else if (token !== 'JsDecode') key = '';
    }
  }
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', v: '', '0': '' };

/** Undoes the escapes of a JavaScript string literal. */
export function jsUnescape(literal: string): string {
  if (!literal.includes('\\')) return literal;
  return literal.replace(ESCAPE, (_, hex?: string, unicode?: string, other?: string) => {
    const code = hex ?? unicode;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return LETTERS[other ?? ''] ?? other ?? '';
  });
}

/** A value of the page's scripts as text: JavaScript escapes undone, then entities, which WeChat writes twice. */
export function jsText(data: ScriptData, key: string): string {
  const literal = data.get(key);
  if (literal === undefined) return '';
  const once = decodeHTML(jsUnescape(literal));
  return (
    once.includes('&') && /&(?:amp|quot|lt|gt|nbsp|#\d{1,6});/.test(once) ? decodeHTML(once) : once
  ).trim();
}
