import type { Rule } from '../model.ts';
import { consistencyRules } from './consistency.ts';
import { disputeRules } from './disputes.ts';
import { missingRules } from './missing.ts';
import { paymentRules } from './payment.ts';
import { rightsRules } from './rights.ts';
import { terminationRules } from './termination.ts';

/** The rules that Deedbox ships, in the order of domain.md. */
export const allRules: readonly Rule[] = [...rightsRules, ...paymentRules, ...terminationRules, ...disputeRules, ...missingRules, ...consistencyRules];

/** Named on every report; it changes with any change of a rule. */
export const ruleSetVersion = '2026.11.8';
