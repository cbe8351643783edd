// SPDX-License-Identifier: Apache-2.0
import type { Config } from '@backstage/config';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** Where metrics are served. */
export interface PrometheusAddress {
  host: string;
  port: number;
}

/** @returns `null` where the configuration does not ask for it */
export function readPrometheus(config: Config): PrometheusAddress | null {
  const prometheus = config.getOptionalConfig('metrics.prometheus');
  return prometheus
    ? {
        host: prometheus.getOptionalString('host') ?? '127.0.0.1',
        port: prometheus.getNumber('port'),
      }
    : null;
}

/**
 * Keeps what is measured from now on, and answers `GET /metrics`.
 *
 * @returns ends it
 * @throws Error when the port is taken
 */
export async function servePrometheus(
  where: PrometheusAddress,
): Promise<() => Promise<void>> {
  const exporter = new PrometheusExporter({
    ...where,
    preventServerStart: true,
  });
  await exporter.startServer();
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  return async () => {
    metrics.disable();
    await provider.shutdown();
  };
}
