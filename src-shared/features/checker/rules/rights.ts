import type { Rule } from '../model.ts';
import { actorMissing } from './rights/r01-actor-missing.ts';
import { vagueTime } from './rights/r02-vague-time.ts';
import { vagueDegree } from './rights/r03-vague-degree.ts';
import { noAcceptance } from './rights/r04-no-acceptance.ts';
import { quantityOrPlace } from './rights/r05-quantity.ts';
import { oneSided } from './rights/r06-one-sided.ts';
import { openLiability } from './rights/r07-open-liability.ts';
import { serviceLevel } from './rights/r08-service-level.ts';
import { openList } from './rights/r09-open-list.ts';

/** 权利义务不明: who owes what, how much, by when. */
export const rightsRules: readonly Rule[] = [actorMissing, vagueTime, vagueDegree, noAcceptance, quantityOrPlace, oneSided, openLiability, serviceLevel, openList];
