// SPDX-License-Identifier: Apache-2.0
export interface Config {
  metrics?: {
    /** Serves what plugins measure, at `/metrics`, without authentication. */
    prometheus?: {
      /** Default 127.0.0.1. */
      host?: string;
      port: number;
    };
  };
}
