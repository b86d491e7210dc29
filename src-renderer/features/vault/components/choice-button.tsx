import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface ChoiceButtonProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** One of a few ways to go on, with a line about where it leads. */
export function ChoiceButton({ icon, title, text, isPrimary = false, disabled = false, onClick }: ChoiceButtonProps) {
  return (
    <ButtonBase
      disabled={disabled}
      onClick={onClick}
      sx={{
        display: 'flex',
        width: '100%',
        gap: 2,
        px: 2,
        py: 1.5,
        textAlign: 'start',
        justifyContent: 'flex-start',
        borderRadius: 1.5,
        border: 1,
        borderColor: isPrimary ? 'primary.main' : 'divider',
        bgcolor: isPrimary ? 'primary.main' : 'background.paper',
        color: isPrimary ? 'primary.contrastText' : 'text.primary',
        '&:hover': { borderColor: 'primary.main', bgcolor: isPrimary ? 'primary.dark' : 'background.paper' },
        '&.Mui-disabled': { opacity: 0.6 },
      }}
    >
      <Box aria-hidden sx={{ display: 'flex', color: isPrimary ? 'inherit' : 'primary.main' }}>
        {icon}
      </Box>
      <Box>
        <Typography component="div" variant="subtitle1">
          {title}
        </Typography>
        <Typography component="div" variant="body2" sx={{ color: isPrimary ? 'inherit' : 'text.secondary', opacity: isPrimary ? 0.85 : 1 }}>
          {text}
        </Typography>
      </Box>
    </ButtonBase>
  );
}
