// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ChevronRight';
import OpenIcon from '@material-ui/icons/ExpandMore';

const useStyles = makeStyles(theme => ({
  button: {
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    fontWeight: 500,
    borderRadius: theme.shape.borderRadius,
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: theme.spacing(0.5, 1, 0.5, 0),
    marginLeft: -6,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  aside: { fontWeight: 400 },
  content: { paddingTop: theme.spacing(1) },
}));

/** A heading that opens what stands below it. */
export function Fold(props: {
  title: string;
  /** A few words of what is inside, seen while it is closed as well. */
  aside?: string;
  defaultOpen?: boolean;
  onOpen?: () => void;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  const toggle = () => {
    if (!open) props.onOpen?.();
    setOpen(!open);
  };
  return (
    <div>
      <ButtonBase
        className={classes.button}
        onClick={toggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
      >
        {open ? <OpenIcon aria-hidden /> : <ClosedIcon aria-hidden />}
        <span>
          {props.title}
          {props.aside && (
            <span className={classes.aside}>: {props.aside}</span>
          )}
        </span>
      </ButtonBase>
      {open && (
        <div id={id} className={classes.content}>
          {props.children}
        </div>
      )}
    </div>
  );
}
