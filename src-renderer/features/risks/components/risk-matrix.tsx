import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Fragment, useRef } from 'react';
import { levelOf, type Risk } from '#shared/features/risks/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** A place in the matrix. */
export interface Cell {
  readonly likelihood: number;
  readonly impact: number;
}

interface RiskMatrixProps {
  readonly risks: readonly Risk[];
  readonly chosen: Cell | null;
  readonly onChoose: (cell: Cell | null) => void;
}

const grades = [1, 2, 3, 4, 5] as const;
const groundByLevel = { low: 'success', medium: 'warning', high: 'error' } as const;

/** Likelihood against impact, with how many risks lie where. Arrows move, Enter shows those of a place only. */
export function RiskMatrix({ risks, chosen, onChoose }: RiskMatrixProps) {
  const translate = useTranslate();
  const grid = useRef<HTMLDivElement>(null);
  const countAt = ({ likelihood, impact }: Cell): number => risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact && risk.state !== 'closed').length;
  const focusAt = ({ likelihood, impact }: Cell) => grid.current?.querySelector<HTMLElement>(`[data-cell="${likelihood}-${impact}"]`)?.focus();
  const onKeyDown = (event: React.KeyboardEvent, cell: Cell) => {
    const step = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const within = (value: number) => Math.min(5, Math.max(1, value));
    focusAt({ likelihood: within(cell.likelihood + (step[0] ?? 0)), impact: within(cell.impact + (step[1] ?? 0)) });
  };
  const entry = chosen ?? { likelihood: 5, impact: 1 };
  return (
    <Box sx={{ maxWidth: 460 }}>
      <Typography variant="caption" color="textSecondary">
        {translate('risks.matrix.up', { name: translate('risks.matrix.likelihood') })}
      </Typography>
      <Box ref={grid} role="grid" aria-label={translate('risks.matrix.label')} sx={{ display: 'grid', gridTemplateColumns: '24px repeat(5, minmax(44px, 1fr))', gap: 0.5 }}>
        {grades.toReversed().map((likelihood) => (
          <Fragment key={likelihood}>
            <Box role="row" sx={{ display: 'contents' }}>
              <Box role="rowheader" sx={{ alignSelf: 'center', textAlign: 'center', typography: 'caption', color: 'text.secondary' }}>
                {likelihood}
              </Box>
              {grades.map((impact) => {
                const cell = { likelihood, impact };
                const count = countAt(cell);
                const isChosen = chosen?.likelihood === likelihood && chosen.impact === impact;
                const level = groundByLevel[levelOf(likelihood, impact)];
                return (
                  <Box key={impact} role="gridcell" aria-selected={isChosen}>
                    <ButtonBase
                      data-cell={`${likelihood}-${impact}`}
                      tabIndex={entry.likelihood === likelihood && entry.impact === impact ? 0 : -1}
                      aria-pressed={isChosen}
                      aria-label={translate('risks.matrix.cell', { likelihood, impact, count })}
                      onKeyDown={(event) => onKeyDown(event, cell)}
                      onClick={() => onChoose(isChosen ? null : cell)}
                      sx={(theme) => ({
                        width: '100%',
                        height: 44,
                        borderRadius: 1,
                        border: 2,
                        borderColor: isChosen ? 'text.primary' : 'transparent',
                        bgcolor: `color-mix(in srgb, ${(theme.vars ?? theme).palette[level].main} ${count > 0 ? 32 : 14}%, transparent)`,
                        typography: 'subtitle2',
                        color: 'text.primary',
                        '&:focus-visible': { outline: 2, outlineStyle: 'solid', outlineColor: 'primary.main' },
                      })}
                    >
                      {count > 0 ? count : ''}
                    </ButtonBase>
                  </Box>
                );
              })}
            </Box>
          </Fragment>
        ))}
        <Box />
        {grades.map((impact) => (
          <Typography key={impact} variant="caption" color="textSecondary" sx={{ textAlign: 'center' }}>
            {impact}
          </Typography>
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ textAlign: 'right' }}>
        {translate('risks.matrix.along', { name: translate('risks.matrix.impact') })}
      </Typography>
    </Box>
  );
}
