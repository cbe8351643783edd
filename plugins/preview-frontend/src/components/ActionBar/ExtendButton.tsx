// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import ListSubheader from '@material-ui/core/ListSubheader';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreIcon from '@material-ui/icons/ArrowDropDown';
import { extendAction } from '../../actions/extend';
import { useRun } from '../../actions/useRun';
import { EXTEND_CHOICES, isoSeconds } from '../../model/ttl';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';
import { ActionButton } from './ActionButton';
import { RefusalNote } from './RefusalNote';
import { UntilDialog } from './UntilDialog';
import type { ActionProps } from './types';

/** Gives a preview more time: usual steps, or until a moment. */
export function ExtendButton(props: ActionProps) {
  const { session, options, onChanged, asked } = props;
  const t = useWords();
  const format = useTimeFormat();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState(asked === 'extend');
  const { busy, refusal, run } = useRun(extendAction, session, onChanged);
  const close = () => setAnchor(null);
  const max = options?.limits.ttlMaxSeconds;
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
          <MenuItem
            key={seconds}
            onClick={() => {
              close();
              run({ extendBy: isoSeconds(seconds) });
            }}
          >
            {t('action.extend.by', {
              duration: format.duration(seconds * 1000),
            })}
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            close();
            setAsking(true);
          }}
        >
          {t('action.extend.until')}
        </MenuItem>
        {max !== undefined && (
          <ListSubheader
            disableSticky
            role="presentation"
            style={{ lineHeight: 1.4, maxWidth: 260, padding: '8px 16px' }}
          >
            {t('action.extend.cap', { max: format.duration(max * 1000) })}
          </ListSubheader>
        )}
      </Menu>
      {asking && (
        <UntilDialog
          session={session}
          maxSeconds={max}
          busy={busy}
          refusal={refusal}
          onSubmit={async expiresAt => {
            if (await run({ expiresAt })) setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {!asking && <RefusalNote refusal={refusal} />}
    </>
  );
}
