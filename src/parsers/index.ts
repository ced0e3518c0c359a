export { type BlockText, markdownToText } from './formats/markdown-text.js';
