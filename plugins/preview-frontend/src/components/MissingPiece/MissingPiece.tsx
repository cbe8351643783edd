// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TargetOption } from '@preview-environments/backstage-plugin-preview-common';
import { missingPiece } from '../../model/missingPiece';
import { useWords } from '../../translation/useWords';
import { CopyBlock, Note } from '../ui';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), maxWidth: '48rem' },
}));

/** What keeps a service from being previewed, and who adds it how. */
export function MissingPiece(props: {
  entityRef: string;
  name: string;
  /** `null`: no cluster offers the service at all. */
  problem: { code: string | null; message: string; hint: string | null } | null;
  target?: TargetOption;
}) {
  const t = useWords();
  const { entityRef, name, problem, target } = props;
  const { who, where, snippet } = missingPiece(problem?.code ?? null, {
    entityRef,
    entityName: name,
    target,
  });
  return (
    <Note tone="warning">
      <div className={useStyles().root}>
        <Typography variant="subtitle1" component="h3">
          {t('missing.title', { name })}
        </Typography>
        <Typography variant="body2">
          {problem?.message ?? t('missing.noTarget', { name })} {problem?.hint}
        </Typography>
        {who && (
          <Typography variant="body2">
            {t(`missing.who.${who}`, { name })}
            {where && ` ${t(`missing.where.${where}`, { name })}`}
          </Typography>
        )}
        {snippet && where && (
          <CopyBlock
            text={snippet}
            label={t(`missing.where.${where}`, { name })}
          />
        )}
      </div>
    </Note>
  );
}
