// SPDX-License-Identifier: Apache-2.0
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import { isEntityRef } from '../../model/choice';

/** A person or group of the catalog as a link; anything else as it is. */
export function ActorLink({ actor }: { actor: string }) {
  return isEntityRef(actor) ? (
    <EntityRefLink entityRef={actor} defaultKind="user" hideIcon />
  ) : (
    <span>{actor}</span>
  );
}

/** The same as text, for where a link cannot stand. */
export function ActorName({ actor }: { actor: string }) {
  return isEntityRef(actor) ? (
    <EntityDisplayName entityRef={actor} hideIcon disableTooltip />
  ) : (
    <span>{actor}</span>
  );
}
