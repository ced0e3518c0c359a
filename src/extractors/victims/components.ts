import type { Sentence } from '../engine/types.js';
import type { VictimMention } from './types.js';

/**
 * Software that many publishers make for one platform and that a supply-chain attack hits in numbers: 35 Chrome
 * extensions hijacked, npm packages backdoored. Nobody else is named, so these stand for the victims.
 */
const COMPONENT_ZH =
  /(?:[a-z][a-z.]{1,20}(?: [a-z]{2,20})?) ?(?:浏览器)? ?(?:扩展程序|扩展|插件|软件包|依赖包|存储库|代码库|代码仓库|仓库|镜像|应用程序包)/g;
const COMPONENT_EN =
  /\b(?:[A-Z][A-Za-z]+ )?(?:Chrome|Firefox|Edge|npm|NPM|PyPI|WordPress|VS ?Code|Visual Studio Code|GitHub|Packagist|RubyGems|NuGet|Docker Hub|PHP|Python|JavaScript|browser) (?:browser )?(?:[Ee]xtensions?|[Pp]ackages?|[Pp]lug-?ins?|[Rr]epositor(?:y|ies)|[Rr]epos|[Aa]ctions|[Ii]mages|[Ll]ibrar(?:y|ies)|[Aa]dd-ons?)|\b[Ee]stensioni (?:per |di |del browser )?(?:Google )?(?:Chrome|Firefox|Edge)/g;

const HIT_AFTER_ZH =
  /^[^,。;!?]{0,24}?(?:被|遭)[^,。;!?]{0,14}?(?:劫持|攻陷|入侵|黑(?!名单)|篡改|植入|投毒|攻击|接管|控制)/;
const HIT_BEFORE_ZH =
  /(?:劫持|入侵|攻陷|篡改|投毒|攻击|针对|瞄准)(?:了)?[^,。;!?]{0,10}$|(?:供应链攻击|攻击)[^,。;!?]{0,8}影响[^,。;!?]{0,6}$/;
const HIT_AFTER_EN =
  /^[^.;!?]{0,30}?\b(?:hacked|hijacked|compromised|backdoored|poisoned|trojani[sz]ed|taken over|tampered|infected|hit|breached|fallen victim|fell victim|compromess[ei]|violat[ei]|attaccat[ei])\b/i;
const HIT_BEFORE_EN =
  /\b(?:hijack(?:s|ed|ing)?|compromis(?:e[sd]?|ing)(?: of)?|hack(?:s|ed|ing)?|targets?|targeted|targeting|hits?|attack(?:s|ed)? (?:against|on)|hacking of|compromised|backdoor(?:s|ed)|poison(?:s|ed)|compromissione di|take over|takeover of|took over|taken? over)\b[^.;!?]{0,32}$/i;

/** 导致35个扩展程序被植入代码: the sentence may leave out whose components they are. */
const HIT_ANYWHERE_ZH = /(?:被|遭)[^,。;!?]{0,14}(?:劫持|攻陷|入侵|篡改|植入|投毒|攻击|接管|控制)/;

/** A cheap look before anything dearer. */
const ANY =
  /扩展|插件|软件包|依赖包|存储库|代码库|仓库|镜像|应用程序包|extension|package|plug-?in|repositor|repos\b|actions|images|librar|add-?on|estensioni/i;

/** Made by the attacker, not hit by one; or an attack that is only possible. */
const NOT_HIT =
  /恶意|假冒|虚假|仿冒|伪造|流氓|如何|漏洞|malicious|fake|rogue|bogus|counterfeit|could|vulnerab|flaw/i;

/** “… among them the one of the firm X”: the maker that is named for all. */
const MAKER_ZH =
  /来自(?:[^,。;]{0,10}(?:公司|厂商|开发商|服务商))? ?([A-Za-z][\w.&-]{2,20}(?: [A-Z]\w{1,20})?) ?的[^,。;]{0,8}(?:扩展|插件|软件包)/g;
const MAKER_EN =
  /\b(?:including|among them|such as|like)\b[^.;]{0,40}\b(?:from|of|by|belonging to) (?:[a-z-]{2,20} ){0,4}([A-Z][\w&-]{2,20}(?: [A-Z]\w{1,20})?)/g;

/** Finds components hit in numbers in one sentence. @param heading the title and headings weigh more */
export function componentsHit(
  text: string,
  folded: string,
  sentence: Sentence,
  heading: boolean,
): VictimMention[] {
  if (!ANY.test(sentence.text)) return [];
  const han = /[\u4e00-\u9fff]/.test(sentence.text);
  const source = (han ? folded : text).slice(sentence.start, sentence.end);
  const out: VictimMention[] = [];
  for (const m of source.matchAll(han ? COMPONENT_ZH : COMPONENT_EN)) {
    const before = source.slice(Math.max(0, m.index - 60), m.index);
    const after = source.slice(m.index + m[0].length, m.index + m[0].length + 60);
    if (NOT_HIT.test(before.slice(-14)) || NOT_HIT.test(after.slice(0, 6))) continue;
    const hit = han
      ? HIT_AFTER_ZH.test(after) || HIT_BEFORE_ZH.test(before)
      : HIT_AFTER_EN.test(after) || HIT_BEFORE_EN.test(before);
    if (!hit) continue;
    const start = sentence.start + m.index;
    const end = start + m[0].length;
    out.push({
      start,
      end,
      name: text.slice(start, end).trim(),
      aliases: [],
      sentence: sentence.index,
      eventStart: start,
      eventEnd: end,
      rule: 'victims/components',
      strength: heading ? 0.75 : 0.65,
      described: false,
    });
  }
  if (han ? !HIT_ANYWHERE_ZH.test(source) : out.length === 0) return out;
  for (const m of text.slice(sentence.start, sentence.end).matchAll(han ? MAKER_ZH : MAKER_EN)) {
    const name = m[1] ?? '';
    const start = sentence.start + m.index + m[0].lastIndexOf(name);
    if (NOT_HIT.test(m[0])) continue;
    const rule = 'victims/components-affected';
    const span = { start, end: start + name.length, eventStart: start, eventEnd: start + name.length };
    out.push({
      ...span,
      name,
      aliases: [],
      sentence: sentence.index,
      rule,
      strength: 0.55,
      described: false,
    });
  }
  return out;
}
