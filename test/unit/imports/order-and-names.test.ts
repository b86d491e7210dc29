import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKnownNames } from '#shared/features/imports/known-names.ts';
import { createParentOrder, type RowTurn } from '#shared/features/imports/parent-order.ts';

type Row = readonly [string | null, string | null];

function turnsOf(rows: readonly Row[]): readonly RowTurn[] {
  const order = createParentOrder();
  for (const [number, parent] of rows) order.note(number, parent);
  return rows.map(([number, parent], place) => order.turnOf(place, number, parent));
}

describe('the order of rows', () => {
  test('needs one walk when parents stand above their children', () => {
    expect(turnsOf([['A', null], ['B', 'A'], ['C', 'B'], [null, 'C'], ['D', 'elsewhere']])).toEqual([0, 0, 0, 0, 0]);
  });

  test('puts a child below its parent into a later walk when it stands above it', () => {
    expect(turnsOf([['C', 'B'], ['B', 'A'], ['A', null], [null, 'C']])).toEqual([2, 1, 0, 2]);
  });

  test('names the rows of a circle, and lets those below begin anew', () => {
    expect(turnsOf([['A', 'B'], ['B', 'A'], ['C', 'B'], ['D', 'D']])).toEqual(['PARENT_CYCLE', 'PARENT_CYCLE', 0, 'PARENT_CYCLE']);
  });

  test('gives up on a chain upside down of more than twenty', () => {
    const rows = Array.from({ length: 25 }, (_, index): Row => [`N${index}`, index === 24 ? null : `N${index + 1}`]);
    expect(turnsOf(rows).filter((turn) => turn === 'PARENT_TOO_DEEP')).toHaveLength(5);
  });

  test('always has a parent before its child, whatever the order in the file', () => {
    const parents = fc.array(fc.nat(30), { minLength: 1, maxLength: 15 });
    const shuffled = parents.chain((of) => fc.shuffledSubarray(of.map((parent, at): Row => [`${at}`, at === 0 || parent >= at ? null : `${parent}`]), { minLength: of.length }));
    fc.assert(
      fc.property(shuffled, (rows) => {
        const turns = turnsOf(rows);
        const doneAt = new Map(rows.map(([number], place) => [number, [turns[place] as number, place] as const]));
        for (const [place, [, parent]] of rows.entries()) {
          const above = doneAt.get(parent);
          if (above === undefined) continue;
          const [turn, at] = above;
          const own = turns[place] as number;
          expect(turn < own || (turn === own && at < place)).toBe(true);
        }
      }),
    );
  });
});

describe('known names', () => {
  const code = '91440300708461136T';
  const names = createKnownNames([
    { ref: 1, nameZh: '深圳市示例科技有限公司', nameEn: 'Example Technology Ltd', uscc: code },
    { ref: 2, nameZh: '北京市海淀区示例数据服务有限公司', nameEn: '', uscc: '' },
  ]);
  const found = (name: string, uscc = '') => {
    const match = names.find(name, uscc);
    return match.by === 'none' ? 'none' : `${match.by} ${match.party.ref}`;
  };

  test('are found by code before name, in both languages, without the legal form', () => {
    expect(found('改了名的公司', code)).toBe('uscc 1');
    expect(found('深圳市示例科技公司')).toBe('name 1');
    expect(found('EXAMPLE TECHNOLOGY LIMITED')).toBe('name 1');
  });

  test('with another code are another party', () => {
    expect(found('深圳市示例科技有限公司', '91110000600007519J')).toBe('none');
  });

  test('are found with a slip at any place, and not when they only sound alike', () => {
    for (let at = 0; at < 12; at += 1) {
      const slip = [...'北京市海淀区示例数据服务有限公司'].map((character, index) => (index === at ? '误' : character)).join('');
      expect(found(slip), slip).toBe('similar 2');
    }
    expect(found('示例')).toBe('none');
  });
});
