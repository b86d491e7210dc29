import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { creationSteps, useCreation } from '../use-creation.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FolderStep } from './folder-step.tsx';
import { PersonStep } from './person-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';

/** Four steps to a new vault. Nothing is written before the last, and going back keeps what was typed. */
export function CreateWizard({ onLeave }: { readonly onLeave: () => void }) {
  const translate = useTranslate();
  const creation = useCreation();
  const leave = () => {
    creation.abandon();
    onLeave();
  };
  return (
    <Box>
      <Button
        size="small"
        color="inherit"
        startIcon={<ArrowBackIcon />}
        disabled={creation.isRunning}
        onClick={creation.step === 'folder' ? leave : creation.goBack}
        sx={{ ml: -0.75, mb: 1 }}
      >
        {translate('vault.back')}
      </Button>
      <Typography variant="h1">{translate('vault.create.title')}</Typography>
      <Stepper activeStep={creationSteps.indexOf(creation.step)} alternativeLabel sx={{ mt: 2.5, mb: 3, mx: -4 }}>
        {creationSteps.map((step) => (
          <Step key={step}>
            <StepLabel>{translate(`vault.create.step.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {creation.step === 'folder' && <FolderStep creation={creation} />}
      {creation.step === 'person' && <PersonStep creation={creation} />}
      {creation.step === 'recovery' && <RecoveryStep creation={creation} />}
      {creation.step === 'confirm' && <ConfirmStep creation={creation} />}
    </Box>
  );
}
