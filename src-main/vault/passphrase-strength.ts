import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { minimumPassphraseScore, type PassphraseStrength } from '#shared/features/vault/model.ts';

// Longer texts cost the estimator more than they tell.
const measuredCharacters = 100;

let loading: Promise<ZxcvbnFactory> | undefined;

/**
 * How long a passphrase would withstand guessing (zxcvbn). Warnings and suggestions are codes; `known` are words
 * that an attacker would try first, such as the person's own name.
 */
export async function measurePassphrase(passphrase: string, known: readonly string[]): Promise<PassphraseStrength> {
  const estimator = await (loading ??= loadEstimator());
  const { score, feedback } = estimator.check(passphrase.slice(0, measuredCharacters), [...known, 'deedbox', '契匣']);
  return {
    score,
    accepted: score >= minimumPassphraseScore,
    warning: feedback.warning ?? null,
    suggestions: feedback.suggestions,
  };
}

/** The dictionaries are large and seldom needed: they stay out of the way of the start. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const { warnings, suggestions, timeEstimation } = english.translations;
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    // The sentences replaced by their own keys: only the renderer makes sentences.
    translations: { warnings: keysOf(warnings), suggestions: keysOf(suggestions), timeEstimation },
  });
}

function keysOf<Sentences extends object>(sentences: Sentences): Sentences {
  return Object.fromEntries(Object.keys(sentences).map((key) => [key, key])) as Sentences;
}
