// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { EntityOptions } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { MissingPiece } from '../MissingPiece/MissingPiece';
import { ActorLink, Note } from '../ui';

/** Whether a target of the service can take a preview. */
export function isStartable(options: EntityOptions): boolean {
  return (
    options.mayStart &&
    !options.frozen &&
    options.targets.some(({ problem }) => problem === null)
  );
}

/** Why nobody, or not this reader, can start a preview; else nothing. */
export function StartHindrance(props: {
  name: string;
  options: EntityOptions;
}) {
  const t = useWords();
  const { name, options } = props;
  const usable = options.targets.find(({ problem }) => problem === null);
  if (!usable) {
    const target = options.targets.at(0);
    return (
      <MissingPiece
        entityRef={options.entityRef}
        name={name}
        problem={target?.problem ?? null}
        target={target}
      />
    );
  }
  if (!options.mayStart) {
    const { denied, ownerRef } = options;
    return (
      <Note tone="quiet">
        {ownerRef && (denied === null || denied.code === 'NotEntityOwner') ? (
          <Typography variant="body2">
            {t('tab.onlyOwners', { name, owner: '\u0000' })
              .split('\u0000')
              .flatMap((text, index) =>
                index === 0
                  ? [text]
                  : [<ActorLink key="owner" actor={ownerRef} />, text],
              )}
          </Typography>
        ) : (
          <>
            {denied?.message} {denied?.hint}
          </>
        )}
      </Note>
    );
  }
  return options.frozen ? <Note tone="warning">{t('tab.frozen')}</Note> : null;
}
