// SPDX-License-Identifier: Apache-2.0
import { Json } from '../../objects';
import { FieldError, invalid, required } from '../../registry/fieldErrors';
import { Kind, defineKind } from '../Kind';
import { modelSchema } from '../modelSchema';
import { preset } from './podDefaults';

/** CustomResourceDefinition: the kinds that it defines are served by `customKind`. */
export const extensionKinds: Kind[] = [
  defineKind({
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    plural: 'customresourcedefinitions',
    shortNames: ['crd', 'crds'],
    namespaced: false,
    status: true,
    generation: true,
    schema: modelSchema('V1CustomResourceDefinition'),
    defaults: ({ spec }) => {
      if (!spec?.names?.kind) return;
      preset(spec.names, {
        singular: spec.names.kind.toLowerCase(),
        listKind: `${spec.names.kind}List`,
      });
      preset(spec, { conversion: { strategy: 'None' } });
    },
    validate({ metadata, spec = {} }) {
      const names: Json = spec.names ?? {};
      const errors: FieldError[] = [];
      for (const field of ['kind', 'plural'])
        if (!names[field]) errors.push(required(`spec.names.${field}`));
      const expected = `${names.plural}.${spec.group}`;
      if (metadata.name !== expected) {
        errors.push(
          invalid(
            'metadata.name',
            metadata.name,
            `must be spec.names.plural+"."+spec.group`,
          ),
        );
      }
      if (!spec.versions?.some((version: Json) => version.served))
        errors.push(
          required('spec.versions', 'must have at least one served version'),
        );
      return errors;
    },
  }),
];
