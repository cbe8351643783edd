// SPDX-License-Identifier: Apache-2.0
import { type FormEvent, type ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useRoomFromToasts } from '../../extensions/useToast';
import { useWords } from '../../translation/useWords';
import { useHold } from './HoldContext';

const useStyles = makeStyles(theme => ({
  form: { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    paddingBottom: theme.spacing(2),
    // The theme's red is too faint for small text; the line stays red.
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color: theme.palette.text.primary,
    },
  },
  actions: {
    padding: theme.spacing(1.5, 3),
    gap: theme.spacing(1),
    flexWrap: 'wrap',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  problem: {
    flex: 1,
    minWidth: '12rem',
    color: theme.palette.text.secondary,
    '&:empty': { minWidth: 0 },
  },
}));

/** A dialog with one thing to do: Enter does it, Escape leaves. */
export function FormDialog(props: {
  title: string;
  submit: string;
  cancel?: string;
  /** Why submitting is not possible now, said beside the button. */
  problem?: string | null;
  busy: boolean;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  useRoomFromToasts();
  useHold();
  const t = useWords();
  const classes = useStyles();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const id = useId();
  const disabled = props.busy || Boolean(props.problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) props.onSubmit();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={narrow}
      onClose={props.busy ? undefined : props.onClose}
      aria-labelledby={id}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <DialogTitle id={id}>{props.title}</DialogTitle>
        <DialogContent className={classes.content}>
          {props.children}
        </DialogContent>
        <DialogActions className={classes.actions} disableSpacing>
          <Typography
            variant="body2"
            className={classes.problem}
            aria-live="polite"
            id={`${id}-problem`}
          >
            {props.problem}
          </Typography>
          <Button onClick={props.onClose} disabled={props.busy}>
            {props.cancel ?? t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={props.danger ? 'secondary' : 'primary'}
            disabled={disabled}
            aria-describedby={`${id}-problem`}
          >
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
