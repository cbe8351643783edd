// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Fold } from '../ui';

const ACTIONS = ['replaced', 'dropped', 'shared', 'added'] as const;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(3), overflowWrap: 'anywhere' },
}));

/** The list itself, each difference with its reason. */
export function DifferenceList({ items }: { items: Difference[] }) {
  const t = useWords();
  return (
    <ul className={useStyles().list}>
      {items.map(({ what, action, why }) => (
        <Typography key={`${action} ${what}`} component="li" variant="body2">
          <strong>{what}</strong> {t(`differences.${action}`)}: {why}
        </Typography>
      ))}
    </ul>
  );
}

/** In what the preview's pod is not like the one it was copied from. */
export function Differences(props: {
  name: string;
  items: Difference[];
  defaultOpen?: boolean;
}) {
  const t = useWords();
  const aside = ACTIONS.map(action => ({
    action,
    count: props.items.filter(item => item.action === action).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => t(`differences.count.${action}`, { count }))
    .join(', ');
  return (
    <Fold
      title={t('differences.title', { name: props.name })}
      aside={aside || t('differences.none')}
      defaultOpen={props.defaultOpen}
    >
      {props.items.length > 0 ? (
        <DifferenceList items={props.items} />
      ) : (
        <Typography variant="body2">{t('differences.none')}</Typography>
      )}
    </Fold>
  );
}
