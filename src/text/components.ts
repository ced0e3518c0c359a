/** What a platform's components are called, in the languages of the articles, and the word that stands for all. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/(?:browser )?(?:extensions?|add-?ons?|estension[ei])|(?:浏览器)?(?:扩展程序|扩展|插件)$/g, 'extension'],
  [/packages?\b|pacchetti|软件包$|依赖包$/g, 'package'],
  [/repositor(?:y|ies)|repos?\b|存储库$|代码仓库$|代码库$|仓库$/g, 'repository'],
  [/plug-?ins?\b/g, 'plugin'],
];

/**
 * One spelling for the components of a platform: “Google Chrome browser extensions” and “Chrome 扩展程序” are both
 * “chrome extension”. Other names come back as they are.
 *
 * @param name a name, folded
 */
export function componentName(name: string): string {
  for (const [re, word] of KINDS) {
    const found = name.replace(re, ` ${word}`);
    if (found !== name)
      return (
        found
          .replace(/\s+/g, ' ')
          .trim()
          // estensioni per Chrome
          .replace(/^(extension|package|repository|plugin) (?:per |di |del browser )?(.+)$/, '$2 $1')
          .replace(/^google /, '')
      );
  }
  return name;
}
