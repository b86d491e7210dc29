import { isWithheld, type Withheld } from '../../kernel/withheld.ts';
import { scoreParts, type ContractScore, type RiskLevel, type ScoreItem, type ScorePart, type ScoreWeights } from './model.ts';

/** What a contract's score goes by. Null: not known, or there is none. */
export interface ScoreFacts {
  /** The figure in hundredths, whatever the currency. */
  readonly amountMinor: number | null | Withheld;
  /** Open findings of severity high and above. */
  readonly graveFindings: number | null | Withheld;
  readonly renewsByItself: boolean;
  readonly hasOwner: boolean;
  readonly noticeMissed: boolean;
  readonly overdueObligations: number;
  /** Whether the text limits what is owed for damage; null where there is no text. */
  readonly hasLiabilityCap: boolean | null | Withheld;
  readonly counterpartyGrade: CounterpartyGrade | null;
  readonly isForeignPaper: boolean;
}

export type CounterpartyGrade = 'A' | 'B' | 'C' | 'D' | 'blacklisted';

/** A share of a part's weight, from 0 to 1, and why. */
interface Share {
  readonly share: number;
  readonly reason: ScoreItem['reason'];
  readonly count?: number;
}

const shareByGrade: Readonly<Record<CounterpartyGrade, number>> = { A: 0, B: 0.3, C: 0.7, D: 1, blacklisted: 1 };

/** Three grave findings, and two overdue obligations, weigh in full. */
const fullFindings = 3;
const fullObligations = 2;

/**
 * The score of a contract, from 0 to 100, item by item (domain.md, rule 12). What a person's keys don't open adds nothing
 * and makes the score partial, so that nothing of it can be told from the number.
 */
export function riskScore(facts: ScoreFacts, settings: ScoreWeights): ContractScore {
  const shares = sharesOf(facts, settings);
  const total = scoreParts.reduce((sum, part) => sum + settings.weights[part], 0);
  // Weights that were tuned need not add up to a hundred; the score still does.
  const scale = total === 0 ? 0 : 100 / total;
  const items = scoreParts.map((part): ScoreItem => {
    const { share, reason, count } = shares[part];
    const most = settings.weights[part] * scale;
    return { part, points: Math.round(most * share), most: Math.round(most), reason, count: count ?? null };
  });
  const score = Math.min(100, items.reduce((sum, { points }) => sum + points, 0));
  return { score, level: levelOfScore(score, settings), items, isPartial: items.some(({ reason }) => reason === 'withheld') };
}

export function levelOfScore(score: number, { mediumFrom, highFrom }: Pick<ScoreWeights, 'mediumFrom' | 'highFrom'>): RiskLevel {
  return score >= highFrom ? 'high' : score >= mediumFrom ? 'medium' : 'low';
}

/** Shares from 0 to 1, by the compartment that they follow from. */
export interface CoreShares {
  readonly renewal: number;
  readonly obligations: number;
  readonly counterparty: number;
  readonly paper: number;
}
export interface WordShares {
  readonly findings: number;
  readonly liability: number;
}

export function coreShares(facts: Omit<ScoreFacts, 'amountMinor' | 'graveFindings' | 'hasLiabilityCap'>): CoreShares {
  return {
    renewal: renewalShare(facts).share,
    obligations: obligationsShare(facts.overdueObligations).share,
    counterparty: gradeShare(facts.counterpartyGrade).share,
    paper: paperShare(facts.isForeignPaper).share,
  };
}

export function wordShares({ graveFindings, hasLiabilityCap }: Pick<ScoreFacts, 'graveFindings' | 'hasLiabilityCap'>): WordShares {
  return { findings: findingsShare(graveFindings).share, liability: liabilityShare(hasLiabilityCap).share };
}

function sharesOf(facts: ScoreFacts, { bandsMinor }: Pick<ScoreWeights, 'bandsMinor'>): Readonly<Record<ScorePart, Share>> {
  return {
    value: valueShare(facts.amountMinor, bandsMinor),
    findings: findingsShare(facts.graveFindings),
    renewal: renewalShare(facts),
    obligations: obligationsShare(facts.overdueObligations),
    liability: liabilityShare(facts.hasLiabilityCap),
    counterparty: gradeShare(facts.counterpartyGrade),
    paper: paperShare(facts.isForeignPaper),
  };
}

function obligationsShare(overdue: number): Share {
  return { share: Math.min(1, overdue / fullObligations), reason: 'overdue', count: overdue };
}

function paperShare(isForeign: boolean): Share {
  return isForeign ? { share: 1, reason: 'foreignPaper' } : { share: 0, reason: 'ownPaper' };
}

/** How much a sum weighs, by the band that it lies in. */
export function valueShare(amount: ScoreFacts['amountMinor'], bands: readonly number[]): Share {
  if (isWithheld(amount)) return { share: 0, reason: 'withheld' };
  if (amount === null) return { share: 0, reason: 'noAmount' };
  const band = bands.filter((end) => amount > end).length;
  return { share: band / bands.length, reason: 'band', count: band + 1 };
}

function findingsShare(findings: ScoreFacts['graveFindings']): Share {
  if (isWithheld(findings)) return { share: 0, reason: 'withheld' };
  if (findings === null) return { share: 0, reason: 'noText' };
  return { share: Math.min(1, findings / fullFindings), reason: 'findings', count: findings };
}

function liabilityShare(hasCap: ScoreFacts['hasLiabilityCap']): Share {
  if (isWithheld(hasCap)) return { share: 0, reason: 'withheld' };
  if (hasCap === null) return { share: 0, reason: 'noText' };
  return hasCap ? { share: 0, reason: 'capFound' } : { share: 1, reason: 'noCap' };
}

function renewalShare({ renewsByItself, hasOwner, noticeMissed }: Pick<ScoreFacts, 'renewsByItself' | 'hasOwner' | 'noticeMissed'>): Share {
  if (!renewsByItself) return { share: 0, reason: 'noRenewal' };
  if (noticeMissed) return { share: 1, reason: 'noticeMissed' };
  return hasOwner ? { share: 0, reason: 'renewalWatched' } : { share: 1, reason: 'noOwner' };
}

function gradeShare(grade: CounterpartyGrade | null): Share {
  if (grade === null) return { share: 0, reason: 'gradeUnknown' };
  return { share: shareByGrade[grade], reason: grade === 'blacklisted' ? 'blacklisted' : 'grade' };
}

const capWords = [
  /责任(?:总额|金额)?(?:的)?(?:上限|限额|限制)/,
  /(?:赔偿|违约|责任)[^。；\n]{0,40}(?:不超过|不得超过|以[^。；\n]{0,20}为限|最高不超)/,
  /limitation of liability|limit(?:ed|s)? (?:of|to|its) liabilit|liabilit(?:y|ies)[^.;\n]{0,80}(?:shall not exceed|is limited|are limited|limited to|capped|cap\b)/i,
];

/** Whether a text seems to limit liability. Words only: a hint for a score, not a finding. */
export function limitsLiability(text: string): boolean {
  return capWords.some((words) => words.test(text));
}
