import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { minimumPassphraseScore, type PassphraseStrength } from '#shared/features/vault/model.ts';

// Longer texts cost the estimator more than they tell.
const measuredCharacters = 100;

let estimator: ZxcvbnFactory | undefined;

/**
 * How long a passphrase would withstand guessing (zxcvbn). Warnings and suggestions are codes; `known` are words
 * that an attacker would try first, such as the person's own name.
 */
export function measurePassphrase(passphrase: string, known: readonly string[]): PassphraseStrength {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: codes,
  });
  const { score, feedback } = estimator.check(passphrase.slice(0, measuredCharacters), [...known, 'deedbox', '契匣']);
  return {
    score,
    accepted: score >= minimumPassphraseScore,
    warning: feedback.warning ?? null,
    suggestions: feedback.suggestions,
  };
}

/** The estimator's sentences replaced by their own keys: only the renderer makes sentences. */
const codes = {
  warnings: keysOf(english.translations.warnings),
  suggestions: keysOf(english.translations.suggestions),
  timeEstimation: english.translations.timeEstimation,
};

function keysOf<Sentences extends object>(sentences: Sentences): Sentences {
  return Object.fromEntries(Object.keys(sentences).map((key) => [key, key])) as Sentences;
}
