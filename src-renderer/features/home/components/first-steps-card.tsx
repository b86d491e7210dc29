import CheckIcon from '@mui/icons-material/CheckCircle';
import TourOutlinedIcon from '@mui/icons-material/TourOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { FirstStep } from '../first-steps.ts';

interface FirstStepsCardProps {
  readonly steps: readonly FirstStep[];
  readonly onTour: () => void;
}

/** The three steps to a first signed contract; the next one to take stands out. */
export function FirstStepsCard({ steps, onTour }: FirstStepsCardProps) {
  const translate = useTranslate();
  const done = steps.filter((step) => step.isDone).length;
  const next = steps.find((step) => !step.isDone);
  return (
    <SectionCard
      title={translate('home.steps.title')}
      actions={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Button size="small" startIcon={<TourOutlinedIcon />} onClick={onTour}>
            {translate('home.steps.tour')}
          </Button>
          <Typography variant="body2" color="textSecondary">
            {translate('home.steps.progress', { done })}
          </Typography>
        </Box>
      }
    >
      <Box component="ol" sx={listStyle}>
        {steps.map((step, index) => (
          <Step key={step.name} step={step} position={index + 1} isNext={step === next} />
        ))}
      </Box>
    </SectionCard>
  );
}

interface StepProps {
  readonly step: FirstStep;
  readonly position: number;
  readonly isNext: boolean;
}

function Step({ step, position, isNext }: StepProps) {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ ...stepStyle, borderColor: isNext ? 'primary.main' : 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        {step.isDone ? (
          <CheckIcon color="success" titleAccess={translate('home.steps.done')} />
        ) : (
          <Box component="span" sx={{ ...numberStyle, ...(isNext ? nextNumberStyle : {}) }}>
            {position}
          </Box>
        )}
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
          {translate(`home.steps.${step.name}.title`)}
        </Typography>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {translate(`home.steps.${step.name}.body`)}
      </Typography>
      {isNext && (
        <Button component={RouterLink} to={step.to} variant="contained" sx={{ alignSelf: 'flex-start' }}>
          {translate(`home.steps.${step.name}.action`)}
        </Button>
      )}
    </Box>
  );
}

const listStyle = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  // Three beside each other or three below: two and one would look like a fork.
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' },
  gap: 2,
} as const;

const stepStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  p: 2,
  border: 1,
  borderRadius: 1,
} as const;

const numberStyle = {
  width: 24,
  height: 24,
  borderRadius: '50%',
  display: 'inline-grid',
  placeItems: 'center',
  fontSize: 13,
  fontWeight: 600,
  border: 1,
  borderColor: 'divider',
  color: 'text.secondary',
} as const;

const nextNumberStyle = { bgcolor: 'primary.main', borderColor: 'primary.main', color: 'primary.contrastText' } as const;
