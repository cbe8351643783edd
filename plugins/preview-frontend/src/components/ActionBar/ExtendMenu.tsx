// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import ListSubheader from '@material-ui/core/ListSubheader';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreIcon from '@material-ui/icons/ArrowDropDown';
import { extendAction } from '../../actions/extend';
import { EXTEND_CHOICES } from '../../model/ttl';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';
import { ActionButton } from './ActionButton';

/** The usual steps, and the way to any other moment. */
export function ExtendMenu(props: {
  busy: boolean;
  /** How far ahead the end may lie, in seconds, where that is known. */
  maxSeconds?: number;
  onBy: (seconds: number) => void;
  onUntil: () => void;
}) {
  const { busy, maxSeconds, onBy, onUntil } = props;
  const t = useWords();
  const format = useTimeFormat();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  // A menu fades away: the second click of a double one would choose again.
  const choose = (work: () => void) => () => {
    if (!anchor) return;
    close();
    work();
  };
  return (
    <>
      <ActionButton
        action={extendAction}
        busy={busy}
        menu
        endIcon={<MoreIcon aria-hidden />}
        onClick={setAnchor}
      />
      <Menu
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        open={anchor !== null}
        onClose={close}
        MenuListProps={{ 'aria-label': t('action.extend.label') }}
      >
        {EXTEND_CHOICES.map(seconds => (
          <MenuItem key={seconds} onClick={choose(() => onBy(seconds))}>
            {t('action.extend.by', {
              duration: format.duration(seconds * 1000),
            })}
          </MenuItem>
        ))}
        <MenuItem onClick={choose(onUntil)}>
          {t('action.extend.until')}
        </MenuItem>
        {maxSeconds !== undefined && (
          <ListSubheader
            disableSticky
            role="presentation"
            style={{ lineHeight: 1.4, maxWidth: 260, padding: '8px 16px' }}
          >
            {t('action.extend.cap', {
              max: format.duration(maxSeconds * 1000),
            })}
          </ListSubheader>
        )}
      </Menu>
    </>
  );
}
