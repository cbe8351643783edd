// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityOptions,
  PreviewSession,
  SignOffDecision,
} from '@preview-environments/backstage-plugin-preview-common';
import { approveAction, rejectAction } from '../../actions/signOff';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { ActionButton } from '../ActionBar/ActionButton';
import { SignOffDialog } from './SignOffDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
}));

const ACTIONS = { approved: approveAction, rejected: rejectAction };

/** Approve and reject, for those who may. */
export function SignOffButtons(props: {
  session: PreviewSession;
  options: EntityOptions | undefined;
  onChanged: (session: PreviewSession) => void;
}) {
  const classes = useStyles();
  const { session, options, onChanged } = props;
  const [deciding, setDeciding] = useState<SignOffDecision | null>(null);
  const allowed = useActionAllowed(approveAction, session, options);
  return (
    <div className={classes.root}>
      {allowed &&
        (['approved', 'rejected'] as const).map(decision => (
          <ActionButton
            key={decision}
            action={ACTIONS[decision]}
            onClick={() => setDeciding(decision)}
          />
        ))}
      {deciding && (
        <SignOffDialog
          session={session}
          possible={allowed}
          action={ACTIONS[deciding]}
          onChanged={onChanged}
          onClose={() => setDeciding(null)}
        />
      )}
    </div>
  );
}
