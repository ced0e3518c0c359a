import { z } from 'zod';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'iu');
    return true;
  } catch {
    return false;
  }
}

const address = z
  .string()
  .refine((url) => URL.canParse(url) && /^https?:/i.test(url), 'must be an http or https address');
const pattern = z.string().min(1).max(500).refine(isPattern, 'is no valid regular expression');
const lang = z.string().regex(/^[a-z]{2,3}$/, 'must be an ISO 639 code such as zh');
const timezone = z.string().refine(isTimeZone, 'is no IANA time zone such as Asia/Shanghai');
const delay = z.number().min(0).max(3600);
const max = z.number().int().min(1).max(100_000);

const common = {
  name: z.string().trim().min(1).max(200),
  lang: lang.optional(),
  timezone: timezone.optional(),
  keep: z.array(pattern).optional(),
  drop: z.array(pattern).optional(),
  max: max.optional(),
  delay: delay.optional(),
  enabled: z.boolean().optional(),
};

const wechatArticle = address.refine((url) => {
  const { hostname, pathname } = new URL(url);
  return hostname === 'mp.weixin.qq.com' && pathname.startsWith('/s');
}, 'must be the address of a WeChat article, https://mp.weixin.qq.com/s…');
const wechatAlbum = address.refine((url) => {
  const { hostname, pathname, searchParams } = new URL(url);
  return hostname === 'mp.weixin.qq.com' && pathname === '/mp/appmsgalbum' && searchParams.has('album_id');
}, 'must be the address of a WeChat album, https://mp.weixin.qq.com/mp/appmsgalbum?…album_id=…');

const byUrlOrFile = { url: address.optional(), file: z.string().min(1).optional() };
const oneOf = (what: string) => `needs ${what}`;

const source = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('feed'), url: address, ...common }),
  z.strictObject({ type: z.literal('sitemap'), url: address, ...common }),
  z.strictObject({ type: z.literal('list'), url: address, selector: z.string().min(1).max(500), ...common }),
  z
    .strictObject({ type: z.literal('urls'), ...byUrlOrFile, urls: z.array(address).optional(), ...common })
    .refine(
      (s) => [s.url, s.file, s.urls].filter((one) => one !== undefined).length === 1,
      oneOf('one of url, file, urls'),
    ),
  z
    .strictObject({ type: z.literal('links'), ...byUrlOrFile, ...common })
    .refine((s) => (s.url === undefined) !== (s.file === undefined), oneOf('either url or file')),
  z.strictObject({ type: z.literal('wechat'), urls: z.array(wechatArticle).min(1), ...common }),
  z.strictObject({ type: z.literal('album'), url: wechatAlbum, ...common }),
]);

/** The shape of `sources.yaml`. */
export const configSchema = z.strictObject({
  contact: z
    .string()
    .trim()
    .regex(/^(?:mailto:|https?:\/\/)?[\x21-\x7e]{1,200}$/, 'must be an e-mail address or a web address')
    .refine((contact) => /[@]|^https?:\/\//.test(contact), 'must be an e-mail address or a web address'),
  concurrency: z.number().int().min(1).max(64).optional(),
  defaults: z
    .strictObject({
      lang: lang.optional(),
      timezone: timezone.optional(),
      delay: delay.optional(),
      max: max.optional(),
    })
    .optional(),
  sources: z.array(source).min(1),
});

export type RawConfig = z.infer<typeof configSchema>;
export type RawSource = RawConfig['sources'][number];
