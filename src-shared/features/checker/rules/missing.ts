import type { Rule } from '../model.ts';
import { itemRules } from './missing/m01-to-m07-items.ts';
import { noForum } from './missing/m08-no-forum.ts';
import { signatureBlock } from './missing/m09-signature.ts';
import { usualClauses } from './missing/m10-usual-clauses.ts';

/** 缺失条款: what the law or the kind of contract expects and the text does not have. */
export const missingRules: readonly Rule[] = [...itemRules, noForum, signatureBlock, usualClauses];
