/** What a page's JSON-LD says of its article. */
export interface JsonLdArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly language: string | null;
  readonly keywords: readonly string[];
  /** The whole text, which few sites give. */
  readonly body: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** Types that stand for the page itself, best first; `WebPage` only where there is nothing better. */
const ARTICLE =
  /(?:^|\/)(?:\w{0,20}Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|DiscussionForumPosting|QAPage)$/;
const PAGE =
  /(?:^|\/)(?:WebPage|ItemPage|VideoObject|CreativeWork|Blog|TechArticle|Recipe|Review|ClaimReview|Product)$/;
/** Things on a page that have dates of their own. */
const OTHER = /(?:^|\/)(?:Comment|UserComments|Answer|Event|WebSite|Organization|Person|Offer|JobPosting)$/;
/** Objects looked at on one page. */
const MAX_OBJECTS = 500;
const MAX_SCRIPTS = 200;
const MAX_LENGTH = 1_000_000;

/**
 * Reads the article that a page's JSON-LD describes.
 *
 * @param scripts contents of the page's `application/ld+json` scripts; broken ones are mended where a line break in a
 * string is all that ails them, else passed over
 */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle | null {
  const objects = scripts.slice(0, MAX_SCRIPTS).flatMap((script) => objectsIn(parse(script)));
  const best =
    objects.find((each) => typeMatches(each, ARTICLE) && text(each.datePublished) !== null) ??
    objects.find((each) => typeMatches(each, ARTICLE)) ??
    objects.find((each) => typeMatches(each, PAGE) && text(each.datePublished) !== null) ??
    objects.find((each) => text(each.datePublished) !== null && !typeMatches(each, OTHER));
  if (best === undefined) return null;
  const publisher = first(best.publisher) ?? first(best.sourceOrganization);
  return {
    headline: text(best.headline) ?? text(best.name),
    published: text(best.datePublished) ?? text(best.dateCreated) ?? text(best.uploadDate),
    modified: text(best.dateModified),
    author: names(best.author ?? best.creator),
    publisher: publisher === null ? null : nameOf(publisher),
    description: text(best.description),
    image: imageOf(best.image ?? best.thumbnailUrl),
    language: text(best.inLanguage),
    keywords: keywords(best.keywords),
    body: text(best.articleBody),
  };
}

function parse(script: string): unknown {
  if (script.length > MAX_LENGTH) return null;
  const source = script
    .trim()
    .replace(/^(?:\/\/)?\s{0,4}<!\[CDATA\[|^<!--/, '')
    .replace(/(?:\/\/)?\s{0,4}\]\]>$|-->$/, '')
    .replace(/;\s{0,4}$/, '');
  const whole = parsed(source);
  if (whole !== undefined) return whole;
  const oneLine = source.replace(/[\u0000-\u001f]+/g, ' ');
  const mended = oneLine.replace(/,(?=\s{0,20}[}\]])/g, '');
  return (oneLine === source ? undefined : parsed(oneLine)) ?? parsed(mended) ?? null;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // The next, more lenient reading is tried.
    return undefined;
  }
}

/** All objects of a graph, outermost first, without those that hang on another page (`isPartOf`, comments). */
function objectsIn(root: unknown): Json[] {
  const found: Json[] = [];
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && found.length < MAX_OBJECTS; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, 200));
    else if (isObject(value)) {
      found.push(value);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) {
        if (typeof value[key] === 'object') queue.push(value[key]);
      }
    }
  }
  return found;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeMatches(object: Json, pattern: RegExp): boolean {
  const type = object['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((each) => typeof each === 'string' && pattern.test(each));
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
}

function text(value: unknown): string | null {
  const one = first(value);
  if (typeof one === 'number') return String(one);
  // One level: a value within a value within a value is an attack on the stack.
  if (isObject(one)) return typeof one['@value'] === 'string' ? text(one['@value']) : null;
  if (typeof one !== 'string') return null;
  const trimmed = one.trim();
  return trimmed === '' ? null : trimmed;
}

function nameOf(value: unknown): string | null {
  return isObject(value) ? text(value.name) : text(value);
}

function names(value: unknown): string | null {
  const list = (Array.isArray(value) ? value : [value]).slice(0, 6).map(nameOf);
  const found = list.filter((each): each is string => each !== null && !/^https?:/.test(each));
  return found.length === 0 ? null : [...new Set(found)].join(', ');
}

function imageOf(value: unknown): string | null {
  const one = first(value);
  return isObject(one) ? (text(one.url) ?? text(one.contentUrl)) : text(one);
}

function keywords(value: unknown): string[] {
  const list = Array.isArray(value)
    ? value.map((each) => nameOf(each) ?? '')
    : (text(value) ?? '').split(/[,，;；]/);
  return list.map((each) => each.trim()).filter((each) => each !== '' && each.length <= 60);
}
