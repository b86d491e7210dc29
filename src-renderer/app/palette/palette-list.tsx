import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { atMostLines } from '../../ui/at-most-lines.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import type { PaletteCommand } from './palette-command.ts';

interface PaletteListProps {
  readonly id: string;
  readonly commands: readonly PaletteCommand[];
  readonly chosenIndex: number;
  readonly onChoose: (id: string) => void;
  readonly onRun: (command: PaletteCommand) => void;
}

export function PaletteList({ id, commands, chosenIndex, onChoose, onRun }: PaletteListProps) {
  const translate = useTranslate();
  return (
    <Box id={id} role="listbox" aria-label={translate('app.palette.label')} sx={{ overflow: 'auto', p: 1 }}>
      {commands.map((command, index) => (
        <Box key={command.id}>
          {commands[index - 1]?.group !== command.group && (
            <Typography role="presentation" variant="overline" component="div" sx={{ px: 1, pt: 0.75, color: 'text.secondary' }}>
              {translate(`app.palette.group.${command.group}`)}
            </Typography>
          )}
          <PaletteOption
            id={`${id}-${index}`}
            command={command}
            isChosen={index === chosenIndex}
            onChoose={() => onChoose(command.id)}
            onRun={() => onRun(command)}
          />
        </Box>
      ))}
    </Box>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly command: PaletteCommand;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRun: () => void;
}

function PaletteOption({ id, command, isChosen, onChoose, onRun }: PaletteOptionProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <Box
      ref={ref}
      id={id}
      role="option"
      aria-selected={isChosen}
      onMouseMove={(event) => {
        // A list that grows under a pointer at rest makes such an event too; only a hand that moves means this one.
        if (event.movementX !== 0 || event.movementY !== 0) onChoose();
      }}
      onClick={onRun}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1,
        py: 0.875,
        borderRadius: 1,
        cursor: 'pointer',
        bgcolor: isChosen ? 'action.selected' : 'transparent',
        '& svg': { fontSize: 20, color: 'text.secondary' },
      }}
    >
      {command.icon}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5 }}>
          <Typography noWrap component="span" variant="body2" sx={{ flex: 1 }}>
            {command.label}
          </Typography>
          {command.detail !== undefined && (
            <Typography noWrap component="span" variant="caption" sx={{ color: 'text.secondary', maxWidth: '50%' }}>
              {command.detail}
            </Typography>
          )}
        </Box>
        {command.snippet !== undefined && (
          <Typography component="div" variant="caption" sx={{ color: 'text.secondary', ...atMostLines(2), overflowWrap: 'anywhere' }}>
            <MarkedText {...command.snippet} />
          </Typography>
        )}
      </Box>
    </Box>
  );
}
