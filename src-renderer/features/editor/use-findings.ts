import { useEffect, useMemo, useRef, useState } from 'react';
import { checkText, type CheckCache } from '#shared/features/checker/engine.ts';
import type { CheckReport } from '#shared/features/checker/ipc.ts';
import { findingKey, type Severity } from '#shared/features/checker/model.ts';
import { findingPlaces } from '#shared/features/checker/place-findings.ts';
import { recordFactsOf } from '#shared/features/checker/record-facts.ts';
import { ruleText } from '#shared/features/checker/rule-text.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText, type CutText } from '#shared/features/checker/segmentation/clause-text.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { VariableValues } from '#shared/features/documents/variables.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { createReadCache } from '../../ui/document-editor/read-text.ts';
import type { Surface } from '../../ui/document-editor/surface.ts';
import type { TextMark } from '../../ui/document-editor/text-marks.ts';
import { placeOf, readBoth, type Body, type BodyPlace } from './read-both.ts';

export interface LiveCheck {
  readonly report: CheckReport;
  /** By the findings' keys; a finding on what is missing has none. */
  readonly places: ReadonlyMap<string, BodyPlace>;
  /** Whether both languages still go paragraph by paragraph. */
  readonly isParallel: boolean;
  /** Underlines for each of the two texts. */
  readonly marks: Readonly<Record<Body, readonly TextMark[]>>;
}

const pauseMs = 350;

/**
 * Checks both texts a pause after the last letter. Clauses whose words are the same are not looked at again, so that a
 * long contract is checked in the time of the clause that changed.
 */
export function useFindings(contract: Contract, values: VariableValues, surfaces: Readonly<Record<Body, Surface>>, bodies: readonly Body[]): LiveCheck | null {
  const language = useLanguage();
  const { id } = contract.summary;
  const saved = useOperation('checker.check', { contractId: id });
  const rules = useOperation('checker.rules', undefined);
  const [cache] = useState(createReadCache);
  const before = useRef<{ readonly text: CutText; readonly results: CheckCache } | null>(null);
  const [check, setCheck] = useState<LiveCheck | null>(null);

  const waivers = useMemo(() => new Map(saved.data?.findings.flatMap(({ fingerprint, waiver }) => (waiver === null ? [] : [[fingerprint, waiver] as const]))), [saved.data]);
  const record = useMemo(() => recordFactsOf(contract, partiesIn(values)), [contract, values]);

  useEffect(() => {
    const look = () => {
      if (rules.data === undefined) return;
      const tuning = rules.data.rules.flatMap((rule) => (rule.tuning === null ? [] : [rule.tuning]));
      const { blocks: located, isParallel } = readBoth(surfaces, bodies, cache);
      const blocks = located.map(({ block }) => block);
      const text = clauseText(blocks, before.current?.text);
      const options = { record, rules: allRules, tuning, waived: new Set(waivers.keys()) };
      const result = checkText(text, before.current === null ? options : { ...options, previous: before.current.results });
      before.current = { text, results: result.cache };
      const findings = result.findings.map((finding) => ({ ...finding, waiver: waivers.get(finding.fingerprint) ?? null }));
      const places = new Map<string, BodyPlace>();
      const marks: Record<Body, TextMark[]> = { zh: [], en: [] };
      for (const [index, place] of findingPlaces(blocks, text, result.findings).entries()) {
        const [finding, block] = [findings[index], located[place?.block ?? -1]];
        const found = place === null || block === undefined ? null : placeOf(block, place.start, place.end);
        if (finding === undefined || found === null) continue;
        places.set(findingKey(finding), found);
        if (finding.waiver === null) marks[found.body].push({ id: findingKey(finding), from: found.from, to: found.to, tone: tones[finding.severity], title: ruleText(language, finding.ruleId, finding.parameters).name });
      }
      setCheck({
        report: {
          language: text.language,
          versionNumber: contract.summary.versionNumber,
          characters: text.clauses.reduce((sum, clause) => sum + clause.text.length, 0),
          clauses: text.clauses.map(({ kind, number, heading, text: words }) => ({ kind, number, heading, text: words })),
          findings,
          score: result.score,
          ruleSetVersion: rules.data.version,
        },
        places,
        marks,
        isParallel,
      });
    };
    let timer = setTimeout(look);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMs);
    };
    const stops = bodies.map((body) => surfaces[body].onChanged(later));
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [rules.data, waivers, record, surfaces, bodies, cache, contract, language]);
  return check;
}

const tones: Readonly<Record<Severity, TextMark['tone']>> = { block: 'danger', high: 'warning', medium: 'info', info: 'neutral' };

/** The parties as the version's own values name them. */
function partiesIn(values: VariableValues) {
  return Object.values(values).flatMap((value) => {
    if (typeof value !== 'object' || !('partyId' in value)) return [];
    const { partyId, nameZh, nameEn, uscc } = value;
    return [{ id: partyId, nameZh, nameEn: nameEn ?? '', uscc: uscc ?? '' }];
  });
}
