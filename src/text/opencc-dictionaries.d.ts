/** Character dictionaries of opencc-js: `from to` pairs parted by `|`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;

  export { pairs as default };
}
