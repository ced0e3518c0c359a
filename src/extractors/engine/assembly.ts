import type { Extraction, Report, Topic } from '../../model/index.js';
import { announcesRoundup, foldTitle, INCIDENT_THRESHOLD, type Verdict, weigh } from '../topic/index.js';
import { type Entity, joinEntities, type Refused } from '../victims/entities.js';
import { findVictimMentions, type VictimMention } from '../victims/index.js';
import { attach, type Placement } from './attach.js';
import { buildDocument } from './document.js';
import { EARLIER, type Frame, framesOf, LISTED, sameVictims } from './frames.js';
import { scanTerms } from './lexicon.js';
import { reportOf } from './report.js';
import { findCandidates, findNeededCandidates } from './rules.js';
import { readScopes, type SentenceScope } from './scope.js';
import { isNumberedList, itemsOf, type Section, wholeDocument } from './sections.js';
import type { Candidate, Doc, ExtractorInput } from './types.js';

/** Most incidents that one article is read for. */
export const MAX_REPORTS = 12;

/** Everything that was found and decided on the way, which `explain` shows. */
export interface Reading {
  readonly doc: Doc;
  readonly folded: string;
  /** How each sentence is to be taken; read when first asked for. */
  readonly scopes: readonly SentenceScope[];
  readonly mentions: readonly VictimMention[];
  readonly entities: readonly Entity[];
  readonly refused: readonly Refused[];
  readonly sections: readonly {
    readonly section: Section;
    readonly verdict: Verdict;
    readonly taken: boolean;
  }[];
  readonly frames: readonly Frame[];
  readonly placements: readonly Placement[];
  readonly extraction: Extraction;
}

/**
 * Reads an article: the one way through that extraction and explanation share.
 *
 * @param thorough looks for facts also where they cannot change the outcome, for `explain`
 */
export function readArticle(input: ExtractorInput, thorough = false): Reading {
  const doc = buildDocument(input, scanTerms);
  const { folded } = doc;
  const scopes = onDemand(() => readScopes(doc, folded));
  const mentions = findVictimMentions(doc, folded);
  const { entities, refused } = joinEntities(doc, mentions);
  const title = foldTitle(doc.text.slice(0, Math.max(0, doc.bodyStart - 1)));
  const items = itemsOf(doc);
  const digest = isDigest(doc, title, items, entities);
  const bare = digest ? null : weigh(doc, title, 0, doc.sentences.length, entities, []);
  const facts = thorough || bare === null ? findCandidates(doc) : findNeededCandidates(doc, bare.score);
  const sections: { section: Section; verdict: Verdict; taken: boolean }[] = [];
  let frames: Frame[] = [];
  if (digest) {
    for (const section of items) {
      const head = doc.sentences[section.head]?.text ?? '';
      const verdict = weigh(doc, foldTitle(head), section.from, section.to, entities, facts);
      const taken = verdict.score >= INCIDENT_THRESHOLD;
      sections.push({ section, verdict, taken });
      if (!taken) continue;
      frames.push(...framesOf({ doc, folded, scopes: scopes(), entities, facts, section, role: 'roundup' }));
    }
  } else {
    const section = wholeDocument(doc);
    const verdict =
      bare !== null && facts.length === 0
        ? bare
        : weigh(doc, title, section.from, section.to, entities, facts);
    const taken = verdict.score >= INCIDENT_THRESHOLD;
    sections.push({ section, verdict, taken });
    if (taken) frames = framesOf({ doc, folded, scopes: scopes(), entities, facts, section, role: 'main' });
  }
  frames = joinFrames(frames);
  const told = frames.length > 0;
  let placements = told || thorough ? attach(doc, scopes(), frames, facts) : [];
  const settled = withoutFalseStarts(frames, placements);
  if (settled.length < frames.length) {
    frames = settled;
    placements = attach(doc, scopes(), frames, facts);
  }
  const reports = told ? reportsOf(doc, input, folded, scopes(), frames, placements) : [];
  const topic = topicOf(digest, reports, sections);
  return {
    doc,
    folded,
    get scopes() {
      return scopes();
    },
    mentions,
    entities,
    refused,
    sections,
    frames,
    placements,
    extraction: { topic, reports: topic === 'incident' || topic === 'roundup' ? reports : [] },
  };
}

/** A value made when it is first asked for: of most articles no incident is told, and nobody asks. */
function onDemand<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Several unrelated stories: the title says so, or numbered items each name somebody else. */
function isDigest(doc: Doc, title: string, items: readonly Section[], entities: readonly Entity[]): boolean {
  if (items.length < 2) return false;
  if (announcesRoundup(title)) return true;
  if (items.length < 3 || !isNumberedList(doc, items)) return false;
  const heads = new Set<number>();
  for (const item of items) {
    for (const e of entities) {
      if (e.mentions.some((m) => m.strength >= 0.5 && m.sentence >= item.from && m.sentence <= item.from + 1))
        heads.add(e.id);
    }
  }
  return heads.size >= 3;
}

/** One incident that two items of a digest tell is one. */
function joinFrames(frames: readonly Frame[]): Frame[] {
  const out: Frame[] = [];
  for (const frame of frames) {
    const at = out.findIndex(
      (f) =>
        f.victims.length > 0 &&
        sameVictims(f, frame) &&
        !frame.why.startsWith('an earlier') &&
        !f.why.startsWith('an earlier'),
    );
    const known = out[at];
    if (known === undefined) out.push({ ...frame, id: out.length });
    else
      out[at] = {
        ...known,
        sentences: [...new Set([...known.sentences, ...frame.sentences])].sort((a, b) => a - b),
      };
  }
  return out;
}

function reportsOf(
  doc: Doc,
  input: ExtractorInput,
  folded: string,
  scopes: readonly SentenceScope[],
  frames: readonly Frame[],
  placements: readonly Placement[],
): Report[] {
  const out: Report[] = [];
  frames.forEach((frame, index) => {
    if (frame.role === 'roundup' && frame.victims.length === 0) return;
    const own = placements.filter((p) => p.frame === index);
    const report = reportOf(doc, input, folded, scopes, frame, own);
    if (
      frame.role === 'mention' &&
      !tellsMore(report) &&
      !frame.why.startsWith(LISTED) &&
      !isList(frame) &&
      !own.some((p) => p.candidate.kind === 'attack_type')
    )
      return;
    out.push(report);
  });
  const whole = out.map((r) => withSharedTraits(r, out));
  const ordered = [
    ...whole.filter((r) => r.role !== 'mention'),
    ...whole.filter((r) => r.role === 'mention'),
  ];
  return ordered.slice(0, MAX_REPORTS);
}

/**
 * The same victim was hit before only where the text says when, and what happened then; else the sentences go on
 * about the incident at hand and return to it.
 */
function withoutFalseStarts(frames: readonly Frame[], placements: readonly Placement[]): Frame[] {
  const has = (index: number, kind: Candidate['kind']): boolean =>
    placements.some((p) => p.frame === index && p.candidate.kind === kind);
  const out: Frame[] = [];
  frames.forEach((frame, index) => {
    const home = out.findIndex((f) => sameVictims(f, frame));
    const known = out[home];
    if (frame.why !== EARLIER || known === undefined || (has(index, 'date') && has(index, 'attack_type')))
      out.push(frame);
    else out[home] = { ...known, sentences: [...known.sentences, ...frame.sentences].sort((a, b) => a - b) };
  });
  return out.map((frame, id) => ({ ...frame, id }));
}

/** Many victims named together are told of, though nothing more is. */
function isList(frame: Frame): boolean {
  return frame.victims.filter((v) => v.mentions.some((m) => m.rule.endsWith('-list'))).length >= 3;
}

/** Where a victim is and what it does holds for every incident of it in the article. */
function withSharedTraits(report: Report, all: readonly Report[]): Report {
  const same = all.find(
    (r) =>
      r !== report &&
      r.country !== null &&
      r.victims.some((v) => report.victims.some((w) => v.value.name === w.value.name)),
  );
  if (same === undefined || report.role !== 'mention') return report;
  return { ...report, country: report.country ?? same.country, sector: same.sector ?? report.sector };
}

/** An incident told in passing counts when the text gives more of it than the name. */
function tellsMore(r: Report): boolean {
  return r.dates.length + r.attackTypes.length + r.counts.length + r.actors.length + r.money.length > 0;
}

function topicOf(
  digest: boolean,
  reports: readonly Report[],
  sections: readonly { readonly verdict: Verdict; readonly taken: boolean }[],
): Topic {
  if (digest) return 'roundup';
  if (reports.length > 0) return 'incident';
  return sections[0]?.verdict.otherwise ?? 'other';
}

export type { Candidate };
