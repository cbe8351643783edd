// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { useWords } from '../../translation/useWords';
import type { PreviewAction } from '../../actions/types';

/** The button of an action: its word, its sign. */
export function ActionButton<Input>(props: {
  action: PreviewAction<Input>;
  label?: string;
  title?: string;
  busy?: boolean;
  menu?: boolean;
  endIcon?: ReactNode;
  onClick: (anchor: HTMLElement) => void;
}) {
  const t = useWords();
  const Icon = props.action.icon;
  return (
    <Button
      size="small"
      variant="outlined"
      startIcon={<Icon aria-hidden />}
      endIcon={props.endIcon}
      disabled={props.busy}
      title={props.title}
      aria-haspopup={props.menu ? 'menu' : undefined}
      onClick={event => props.onClick(event.currentTarget)}
    >
      {props.label ?? t(`action.${props.action.id}.label`)}
    </Button>
  );
}
