export * from './article.js';
export * from './report.js';
export * from './snapshot.js';
export * from './vocabulary.js';
