import type { Topic } from '../../model/index.js';
import type { Reading } from './assembly.js';
import type { FactKind, TermHit } from './types.js';

/** One sentence as the rules read it. */
export interface ExplainedSentence {
  readonly index: number;
  readonly field: 'title' | 'text';
  readonly text: string;
  readonly hedged: boolean;
  readonly claimed: boolean;
  readonly background: boolean;
  readonly past: boolean;
  readonly cues: readonly string[];
  readonly terms: readonly TermHit[];
  /** Incident that the sentence tells of, by position, or null. */
  readonly incident: number | null;
}

/** One candidate fact: kept (with its incident) or thrown away, and why. */
export interface ExplainedCandidate {
  readonly kind: FactKind;
  readonly value: unknown;
  readonly mention: string;
  readonly sentence: number;
  readonly rule: string;
  readonly incident: number | null;
  readonly reason: string;
}

export interface ExplainedVictim {
  readonly names: readonly string[];
  readonly score: number;
  readonly mentions: readonly {
    readonly sentence: number;
    readonly rule: string;
    readonly strength: number;
    readonly event: string;
  }[];
}

/** Everything `explain` shows of one article. */
export interface Explanation {
  readonly topic: Topic;
  /** The weighing of the article, or of each item of a digest. */
  readonly verdicts: readonly {
    readonly head: string;
    readonly score: number;
    readonly taken: boolean;
    readonly reasons: readonly { readonly id: string; readonly weight: number }[];
  }[];
  readonly sentences: readonly ExplainedSentence[];
  readonly victims: readonly ExplainedVictim[];
  readonly refusedVictims: readonly {
    readonly name: string;
    readonly sentence: number;
    readonly rule: string;
    readonly reason: string;
  }[];
  readonly incidents: readonly {
    readonly role: string;
    readonly victims: readonly string[];
    readonly why: string;
    readonly sentences: readonly number[];
  }[];
  readonly candidates: readonly ExplainedCandidate[];
}

/** Lays out a reading for people. */
export function explain(reading: Reading): Explanation {
  const { doc } = reading;
  const owner = new Map<number, number>();
  reading.frames.forEach((f, i) => {
    for (const s of f.sentences) if (!owner.has(s)) owner.set(s, i);
  });
  let term = 0;
  return {
    topic: reading.extraction.topic,
    verdicts: reading.sections.map((s) => ({
      head: doc.sentences[s.section.head]?.text ?? '',
      score: s.verdict.score,
      taken: s.taken,
      reasons: s.verdict.reasons,
    })),
    sentences: doc.sentences.map((s) => {
      const terms: TermHit[] = [];
      for (; term < doc.terms.length; term++) {
        const hit = doc.terms[term];
        if (hit === undefined || hit.start >= s.end) break;
        if (hit.start >= s.start) terms.push(hit);
      }
      const scope = reading.scopes[s.index];
      return {
        index: s.index,
        field: s.start < doc.bodyStart - 1 ? 'title' : 'text',
        text: s.text,
        hedged: scope?.hedged ?? false,
        claimed: scope?.claimed ?? false,
        background: scope?.background ?? false,
        past: scope?.past ?? false,
        cues: scope?.cues ?? [],
        terms,
        incident: owner.get(s.index) ?? null,
      };
    }),
    victims: reading.entities.map((e) => ({
      names: e.names,
      score: e.score,
      mentions: e.mentions.map((m) => ({
        sentence: m.sentence,
        rule: m.rule,
        strength: m.strength,
        event: doc.text.slice(m.eventStart, m.eventEnd),
      })),
    })),
    refusedVictims: reading.refused.map((r) => ({
      name: r.mention.name,
      sentence: r.mention.sentence,
      rule: r.mention.rule,
      reason: r.reason,
    })),
    incidents: reading.frames.map((f) => ({
      role: f.role,
      victims: f.victims.map((v) => v.names.join('|')),
      why: f.why,
      sentences: f.sentences,
    })),
    candidates: reading.placements.map((p) => ({
      kind: p.candidate.kind,
      value: p.candidate.value,
      mention: doc.text.slice(p.candidate.start, p.candidate.end),
      sentence: p.sentence,
      rule: p.candidate.rule,
      incident: p.frame,
      reason: p.reason,
    })),
  };
}
