// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import { PHASE_TONE } from '../../model/phases';
import { useWords } from '../../translation/useWords';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontWeight: 500,
    whiteSpace: 'nowrap',
  },
}));

/** The phase of a preview as sign and word. */
export function StatusChip({ phase }: { phase: Phase }) {
  const t = useWords();
  return (
    <span className={useStyles().root} title={t(`phaseMeaning.${phase}`)}>
      <ToneIcon tone={PHASE_TONE[phase]} />
      {t(`phase.${phase}`)}
    </span>
  );
}
