// SPDX-License-Identifier: Apache-2.0
// Generated from openapi.yaml by scripts/generate-openapi.js: edit that.
/* eslint-disable */

/** The OpenAPI 3.1 document of `/api/preview`. @public */
export const openapi: Record<string, unknown> = {
  "openapi": "3.1.0",
  "info": {
    "title": "Preview environments",
    "version": "1",
    "description": "Start, watch, change and end previews of the services of a catalog. Times are ISO 8601 in UTC; absent values are null; durations are ISO 8601 or 90m, 2h, 3d. Fields that are not listed are refused, and so are control characters; only reasons, comments, values of variables, contents of files and programs may have line breaks and tabs.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "security": [
    {
      "token": []
    }
  ],
  "tags": [
    {
      "name": "sessions"
    },
    {
      "name": "environments"
    },
    {
      "name": "entities"
    },
    {
      "name": "audit"
    },
    {
      "name": "runbooks"
    }
  ],
  "paths": {
    "/v1/sessions": {
      "get": {
        "operationId": "listSessions",
        "summary": "Previews that the caller may see, newest first",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Texts"
            }
          },
          {
            "name": "key",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "phase",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 7,
              "items": {
                "$ref": "#/components/schemas/Phase"
              }
            }
          },
          {
            "name": "active",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cluster",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "createdBy",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "expiresBefore",
            "in": "query",
            "allowReserved": true,
            "description": "ISO 8601; what is pinned has no end",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Text that key, image or entity contains",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "order",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "enum": [
                "createdAt:asc",
                "createdAt:desc",
                "expiresAt:asc",
                "expiresAt:desc",
                "key:asc",
                "key:desc"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "name": "count",
            "in": "query",
            "description": "Also count, up to 1000",
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SessionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "startSession",
        "summary": "Start a preview, or update the one with the same target and key",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/Start"
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Started"
          },
          "201": {
            "$ref": "#/components/responses/Started"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/preflights": {
      "post": {
        "operationId": "preflight",
        "summary": "Check and show what a start would do, without doing it",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/Start"
        },
        "responses": {
          "200": {
            "description": "What would happen",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PreflightReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "get": {
        "operationId": "getSession",
        "summary": "Everything about one preview",
        "tags": [
          "sessions"
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/Session"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "changeSession",
        "summary": "Change the image or the deadline",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The preview, its deadline, and the rule that capped it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChangeResponse"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteSession",
        "summary": "Stop a preview",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "name": "reason",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/Session"
          },
          "202": {
            "$ref": "#/components/responses/Session"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/stop": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "post": {
        "operationId": "stopSession",
        "summary": "Stop a preview; 200 when it is over already",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Session"
          },
          "202": {
            "$ref": "#/components/responses/Session"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/restart": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "post": {
        "operationId": "restartSession",
        "summary": "Start a preview again, with its last image or another",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RestartRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Started"
          },
          "201": {
            "$ref": "#/components/responses/Started"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/verify": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "post": {
        "operationId": "verifySession",
        "summary": "Send one request with and one without the key",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Session"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/sign-offs": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "post": {
        "operationId": "signOffSession",
        "summary": "Approve or reject what serves now; 200 when that was said already",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SignOffRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Session"
          },
          "201": {
            "$ref": "#/components/responses/Session"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/wait": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "get": {
        "operationId": "waitForSession",
        "summary": "Answer as soon as it is so, at the latest after the timeout",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "name": "for",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "ready",
                "stopped",
                "approved"
              ]
            }
          },
          {
            "name": "timeout",
            "in": "query",
            "description": "Seconds; longer ones are cut to 25",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 3600,
              "default": 25
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Whether it is so now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WaitResponse"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/logs": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "get": {
        "operationId": "sessionLogs",
        "summary": "Log lines, with an empty line every 15 seconds of silence",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "name": "follow",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "container",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "tail",
            "in": "query",
            "description": "Number of last lines",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100000
            }
          },
          {
            "name": "previous",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "sinceTime",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Plain text",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/sessions/{id}/events": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "get": {
        "operationId": "sessionEvents",
        "summary": "What the cluster says about the objects of an active preview",
        "tags": [
          "sessions"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "responses": {
          "200": {
            "description": "Kubernetes events, the newest first",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterEvents"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/environments": {
      "get": {
        "operationId": "listEnvironments",
        "summary": "Keys with a matching active preview, each with all its previews",
        "tags": [
          "environments"
        ],
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Texts"
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "phase",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 7,
              "items": {
                "$ref": "#/components/schemas/Phase"
              }
            }
          },
          {
            "name": "cluster",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "createdBy",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "expiresBefore",
            "in": "query",
            "allowReserved": true,
            "description": "ISO 8601; what is pinned has no end",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Text that key, image or entity contains",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "order",
            "in": "query",
            "allowReserved": true,
            "description": "By key, by the nearest end, or by the newest start",
            "schema": {
              "type": "string",
              "enum": [
                "key:asc",
                "key:desc",
                "expiresAt:asc",
                "expiresAt:desc",
                "createdAt:asc",
                "createdAt:desc"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "name": "count",
            "in": "query",
            "description": "Also count, up to 1000",
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EnvironmentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/environments/{key}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Key"
        }
      ],
      "get": {
        "operationId": "getEnvironment",
        "summary": "One key and its previews",
        "tags": [
          "environments"
        ],
        "responses": {
          "200": {
            "description": "The environment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Environment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/environments/{key}/stop": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Key"
        }
      ],
      "post": {
        "operationId": "stopEnvironment",
        "summary": "Stop what the caller may stop, list what was skipped",
        "tags": [
          "environments"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "name": "dryRun",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What was and what was not stopped",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StopEnvironmentResponse"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/entities": {
      "get": {
        "operationId": "findEntities",
        "summary": "Entities that name a workload as theirs",
        "tags": [
          "entities"
        ],
        "parameters": [
          {
            "name": "target",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "For example deployment/checkout",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "cluster",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Each with every place where it may run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityMatches"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/entities/{kind}/{namespace}/{name}/options": {
      "parameters": [
        {
          "name": "kind",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/Text"
          }
        },
        {
          "name": "namespace",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/Text"
          }
        },
        {
          "name": "name",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/Text"
          }
        }
      ],
      "get": {
        "operationId": "entityOptions",
        "summary": "What the caller may start for an entity",
        "tags": [
          "entities"
        ],
        "responses": {
          "200": {
            "description": "Targets, limits, defaults and quota left",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityOptions"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/events": {
      "get": {
        "operationId": "listAuditEvents",
        "summary": "Who did what, newest first",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/AuditFrom"
          },
          {
            "$ref": "#/components/parameters/AuditTo"
          },
          {
            "$ref": "#/components/parameters/AuditActor"
          },
          {
            "$ref": "#/components/parameters/AuditAction"
          },
          {
            "$ref": "#/components/parameters/AuditOutcome"
          },
          {
            "$ref": "#/components/parameters/AuditEntity"
          },
          {
            "$ref": "#/components/parameters/AuditOwner"
          },
          {
            "$ref": "#/components/parameters/AuditKey"
          },
          {
            "$ref": "#/components/parameters/AuditSession"
          },
          {
            "$ref": "#/components/parameters/AuditCluster"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/export": {
      "get": {
        "operationId": "exportAuditEvents",
        "summary": "Every event of a filter as a stream, newest first; recorded",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "name": "format",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "csv",
                "jsonl"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/AuditFrom"
          },
          {
            "$ref": "#/components/parameters/AuditTo"
          },
          {
            "$ref": "#/components/parameters/AuditActor"
          },
          {
            "$ref": "#/components/parameters/AuditAction"
          },
          {
            "$ref": "#/components/parameters/AuditOutcome"
          },
          {
            "$ref": "#/components/parameters/AuditEntity"
          },
          {
            "$ref": "#/components/parameters/AuditOwner"
          },
          {
            "$ref": "#/components/parameters/AuditKey"
          },
          {
            "$ref": "#/components/parameters/AuditSession"
          },
          {
            "$ref": "#/components/parameters/AuditCluster"
          }
        ],
        "responses": {
          "200": {
            "description": "Comma-separated values with a head line, or one JSON object per line",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/state": {
      "get": {
        "operationId": "auditState",
        "summary": "How far the audit log is sealed, and anchored elsewhere",
        "tags": [
          "audit"
        ],
        "responses": {
          "200": {
            "description": "State of the log",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditState"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/checkpoint": {
      "get": {
        "operationId": "auditCheckpoint",
        "summary": "The newest checkpoint, a signed note (C2SP tlog-checkpoint)",
        "tags": [
          "audit"
        ],
        "responses": {
          "200": {
            "description": "Origin, size, root and signatures",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/tile/{level}/{tile}": {
      "get": {
        "operationId": "auditTile",
        "summary": "A tile of hashes or entries (C2SP tlog-tiles); beyond 999 the index has more parts, as in x001/067",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "name": "level",
            "in": "path",
            "required": true,
            "description": "0 to 63, or `entries`",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "tile",
            "in": "path",
            "required": true,
            "description": "Three digits; .p/WIDTH follows for a partial one",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Hashes, 32 bytes each, or entries, each after its length in 2 bytes",
            "content": {
              "application/octet-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/events/{id}/proof": {
      "get": {
        "operationId": "auditProof",
        "summary": "That an event is in the log (C2SP tlog-proof)",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Index, hashes and checkpoint",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/consistency": {
      "get": {
        "operationId": "auditConsistency",
        "summary": "That the log has only grown from one size to another",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/TreeSize"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Default is the size of the newest checkpoint",
            "schema": {
              "$ref": "#/components/schemas/TreeSize"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Roots and proof",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditConsistency"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/bundle": {
      "get": {
        "operationId": "auditBundle",
        "summary": "Events of a filter with proofs, as one file for `preview audit verify`; without a filter the whole log; recorded",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          },
          {
            "$ref": "#/components/parameters/AuditFrom"
          },
          {
            "$ref": "#/components/parameters/AuditTo"
          },
          {
            "$ref": "#/components/parameters/AuditActor"
          },
          {
            "$ref": "#/components/parameters/AuditAction"
          },
          {
            "$ref": "#/components/parameters/AuditOutcome"
          },
          {
            "$ref": "#/components/parameters/AuditEntity"
          },
          {
            "$ref": "#/components/parameters/AuditOwner"
          },
          {
            "$ref": "#/components/parameters/AuditKey"
          },
          {
            "$ref": "#/components/parameters/AuditSession"
          },
          {
            "$ref": "#/components/parameters/AuditCluster"
          },
          {
            "name": "since",
            "in": "query",
            "description": "Sizes of checkpoints that were kept elsewhere",
            "schema": {
              "type": "array",
              "maxItems": 20,
              "items": {
                "$ref": "#/components/schemas/TreeSize"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One JSON object per line, in the order of the log",
            "content": {
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/erasures": {
      "post": {
        "operationId": "eraseFromAudit",
        "summary": "Erase what events say of a person; their hashes stay; recorded",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PreviewClient"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AuditErasureRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditErasure"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/audit/traffic": {
      "get": {
        "operationId": "auditTraffic",
        "summary": "Which previews could receive requests of a service, at a moment or in an interval, oldest first",
        "tags": [
          "audit"
        ],
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "at",
            "in": "query",
            "allowReserved": true,
            "description": "One moment; not with from and to",
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "name": "to",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "$ref": "#/components/schemas/Text"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TrafficPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/runbooks/{code}": {
      "parameters": [
        {
          "name": "code",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "pattern": "^[A-Za-z]{1,64}$"
          }
        }
      ],
      "get": {
        "operationId": "getRunbook",
        "summary": "What to do about a failure, as Markdown",
        "tags": [
          "runbooks"
        ],
        "security": [],
        "responses": {
          "200": {
            "description": "The page",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "token": {
        "type": "http",
        "scheme": "bearer"
      }
    },
    "parameters": {
      "SessionId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        }
      },
      "Key": {
        "name": "key",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 200,
          "default": 50
        }
      },
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      },
      "AuditFrom": {
        "name": "from",
        "in": "query",
        "allowReserved": true,
        "description": "Included",
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditTo": {
        "name": "to",
        "in": "query",
        "allowReserved": true,
        "description": "Not included",
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditActor": {
        "name": "actor",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditAction": {
        "name": "action",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Texts"
        }
      },
      "AuditOutcome": {
        "name": "outcome",
        "in": "query",
        "schema": {
          "type": "array",
          "maxItems": 3,
          "items": {
            "type": "string",
            "enum": [
              "succeeded",
              "denied",
              "failed"
            ]
          }
        }
      },
      "AuditEntity": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditOwner": {
        "name": "owner",
        "in": "query",
        "allowReserved": true,
        "description": "Owner as it was then",
        "schema": {
          "$ref": "#/components/schemas/Texts"
        }
      },
      "AuditKey": {
        "name": "key",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditSession": {
        "name": "session",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "AuditCluster": {
        "name": "cluster",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "PreviewClient": {
        "name": "Preview-Client",
        "in": "header",
        "description": "A label for the audit log, never a right; absent = api",
        "schema": {
          "type": "string",
          "enum": [
            "portal",
            "cli",
            "action"
          ]
        }
      },
      "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "Makes a repeated call harmless for 24 hours",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        }
      }
    },
    "requestBodies": {
      "Start": {
        "required": true,
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/StartRequest"
            }
          }
        }
      }
    },
    "responses": {
      "Session": {
        "description": "The preview",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/PreviewSession"
            }
          }
        }
      },
      "Started": {
        "description": "The preview, and what was done",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/StartResponse"
            }
          }
        }
      },
      "Error": {
        "description": "Refused or failed",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Text": {
        "type": "string",
        "minLength": 1,
        "maxLength": 512
      },
      "Texts": {
        "type": "array",
        "maxItems": 100,
        "items": {
          "$ref": "#/components/schemas/Text"
        }
      },
      "Reason": {
        "type": "string",
        "maxLength": 1000
      },
      "Moment": {
        "type": "string",
        "description": "ISO 8601 in UTC"
      },
      "MomentOrNull": {
        "type": [
          "string",
          "null"
        ],
        "description": "ISO 8601 in UTC"
      },
      "TextOrNull": {
        "type": [
          "string",
          "null"
        ]
      },
      "Phase": {
        "type": "string",
        "enum": [
          "provisioning",
          "ready",
          "degraded",
          "updating",
          "stopping",
          "stopped",
          "failed"
        ]
      },
      "TrafficMode": {
        "type": "string",
        "enum": [
          "steal",
          "mirror",
          "none"
        ]
      },
      "LabelMode": {
        "type": "string",
        "enum": [
          "isolated",
          "inherit"
        ]
      },
      "Via": {
        "type": "string",
        "enum": [
          "portal",
          "api",
          "cli",
          "action",
          "github",
          "mcp",
          "sweep",
          "cluster"
        ]
      },
      "FilterType": {
        "type": "string",
        "enum": [
          "header",
          "header-regex",
          "header-jq",
          "path",
          "method",
          "json-body",
          "all-of",
          "any-of",
          "mirrord-default"
        ]
      },
      "Filter": {
        "description": "Which members belong to which type: `header` name and value; `header-regex` and `path` pattern; `header-jq` query; `method` method; `json-body` query and matches; `all-of` and `any-of` filters; `mirrord-default` none.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/FilterType"
          },
          "name": {
            "type": "string",
            "maxLength": 1024
          },
          "value": {
            "type": "string",
            "maxLength": 8192
          },
          "pattern": {
            "type": "string",
            "maxLength": 8192
          },
          "query": {
            "type": "string",
            "maxLength": 8192
          },
          "method": {
            "type": "string",
            "maxLength": 256
          },
          "matches": {
            "type": "string",
            "maxLength": 8192
          },
          "filters": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/FilterPart"
            }
          }
        }
      },
      "FilterPart": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/FilterType"
          },
          "name": {
            "type": "string",
            "maxLength": 1024
          },
          "value": {
            "type": "string",
            "maxLength": 8192
          },
          "pattern": {
            "type": "string",
            "maxLength": 8192
          },
          "query": {
            "type": "string",
            "maxLength": 8192
          },
          "method": {
            "type": "string",
            "maxLength": 256
          },
          "matches": {
            "type": "string",
            "maxLength": 8192
          }
        }
      },
      "InputName": {
        "type": "string",
        "enum": [
          "ports",
          "ignorePorts",
          "queues",
          "databases",
          "labels",
          "envSelection",
          "idle",
          "configMounts",
          "secretMounts"
        ]
      },
      "Ports": {
        "type": [
          "array",
          "null"
        ],
        "maxItems": 100,
        "items": {
          "type": "integer",
          "minimum": 1,
          "maximum": 65535
        }
      },
      "Selection": {
        "type": [
          "object",
          "null"
        ],
        "additionalProperties": false,
        "properties": {
          "include": {
            "$ref": "#/components/schemas/NamePatterns"
          },
          "exclude": {
            "$ref": "#/components/schemas/NamePatterns"
          }
        }
      },
      "NamePatterns": {
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "string",
          "maxLength": 256
        }
      },
      "QueueSplit": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "type"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 256
          },
          "type": {
            "type": "string",
            "enum": [
              "sqs",
              "kafka",
              "rabbitmq",
              "gcp-pubsub",
              "azure-service-bus",
              "redis-pubsub",
              "temporal",
              "bullmq"
            ]
          },
          "messageFilter": {
            "type": "object",
            "maxProperties": 20,
            "additionalProperties": {
              "type": "string",
              "maxLength": 8192
            }
          },
          "jqFilter": {
            "type": "string",
            "maxLength": 8192
          },
          "mode": {
            "type": "string",
            "enum": [
              "steal",
              "mirror"
            ]
          }
        }
      },
      "DatabaseBranch": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type",
          "name"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "mysql",
              "mariadb",
              "pg",
              "dynamodb",
              "mongodb",
              "mssql",
              "redis",
              "spanner",
              "clickhouse",
              "cockroachdb"
            ]
          },
          "name": {
            "type": "string",
            "maxLength": 512
          }
        }
      },
      "Idle": {
        "type": [
          "object",
          "null"
        ],
        "additionalProperties": false,
        "properties": {
          "startIdle": {
            "type": "boolean"
          },
          "sleepAfterSeconds": {
            "type": "integer",
            "maximum": 4294967295
          },
          "wakeTimeoutSeconds": {
            "type": "integer",
            "maximum": 4294967295
          }
        }
      },
      "FileMounts": {
        "type": [
          "array",
          "null"
        ],
        "maxItems": 100,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "path",
            "type",
            "data"
          ],
          "properties": {
            "path": {
              "type": "string",
              "maxLength": 4096
            },
            "type": {
              "type": "string",
              "enum": [
                "text",
                "binary"
              ]
            },
            "data": {
              "type": "string"
            }
          }
        }
      },
      "SessionInputs": {
        "type": "object",
        "required": [
          "ports",
          "ignorePorts",
          "queues",
          "databases",
          "labels",
          "envSelection",
          "idle",
          "configMounts",
          "secretMounts"
        ],
        "properties": {
          "ports": {
            "$ref": "#/components/schemas/Ports"
          },
          "ignorePorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "queues": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QueueSplit"
            }
          },
          "databases": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DatabaseBranch"
            }
          },
          "labels": {
            "$ref": "#/components/schemas/Selection"
          },
          "envSelection": {
            "$ref": "#/components/schemas/Selection"
          },
          "idle": {
            "$ref": "#/components/schemas/Idle"
          },
          "configMounts": {
            "description": "Contents are left out.",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "path",
                "type",
                "bytes"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "type": {
                  "type": "string",
                  "enum": [
                    "text",
                    "binary"
                  ]
                },
                "bytes": {
                  "type": "integer"
                }
              }
            }
          },
          "secretMounts": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "path"
              ],
              "properties": {
                "path": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "EnvOverride": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 256
          },
          "value": {
            "type": "string",
            "maxLength": 4096
          },
          "secretKeyRef": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "name",
              "key"
            ],
            "properties": {
              "name": {
                "type": "string",
                "maxLength": 253
              },
              "key": {
                "type": "string",
                "maxLength": 253
              }
            }
          }
        }
      },
      "StartRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entityRef",
          "image"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 512
          },
          "image": {
            "type": "string",
            "maxLength": 1024
          },
          "key": {
            "type": "string",
            "maxLength": 512
          },
          "target": {
            "type": "string",
            "maxLength": 1024
          },
          "cluster": {
            "type": "string",
            "maxLength": 256
          },
          "namespace": {
            "type": "string",
            "maxLength": 256
          },
          "driver": {
            "type": "string",
            "maxLength": 64
          },
          "ttl": {
            "type": "string",
            "maxLength": 64
          },
          "expiresAt": {
            "type": "string",
            "maxLength": 64
          },
          "pinned": {
            "type": "boolean"
          },
          "traffic": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "mode"
            ],
            "properties": {
              "mode": {
                "$ref": "#/components/schemas/TrafficMode"
              },
              "filter": {
                "anyOf": [
                  {
                    "$ref": "#/components/schemas/Filter"
                  },
                  {
                    "type": "null"
                  }
                ]
              }
            }
          },
          "labelMode": {
            "$ref": "#/components/schemas/LabelMode"
          },
          "env": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/EnvOverride"
            }
          },
          "replicas": {
            "type": "integer",
            "minimum": 1,
            "maximum": 10
          },
          "ports": {
            "$ref": "#/components/schemas/Ports"
          },
          "ignorePorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "queues": {
            "type": [
              "array",
              "null"
            ],
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/QueueSplit"
            }
          },
          "databases": {
            "type": [
              "array",
              "null"
            ],
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/DatabaseBranch"
            }
          },
          "labels": {
            "$ref": "#/components/schemas/Selection"
          },
          "envSelection": {
            "$ref": "#/components/schemas/Selection"
          },
          "idle": {
            "$ref": "#/components/schemas/Idle"
          },
          "configMounts": {
            "$ref": "#/components/schemas/FileMounts"
          },
          "secretMounts": {
            "$ref": "#/components/schemas/FileMounts"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "resume": {
            "type": "boolean"
          },
          "claimedActor": {
            "type": "string",
            "maxLength": 256
          }
        }
      },
      "ChangeRequest": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "image": {
            "type": "string",
            "maxLength": 1024
          },
          "ttl": {
            "type": "string",
            "maxLength": 64
          },
          "expiresAt": {
            "type": "string",
            "maxLength": 64
          },
          "extendBy": {
            "type": "string",
            "maxLength": 64
          },
          "pinned": {
            "type": "boolean"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          }
        }
      },
      "RestartRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "image": {
            "type": "string",
            "maxLength": 1024
          },
          "ttl": {
            "type": "string",
            "maxLength": 64
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          }
        }
      },
      "SignOffRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decision"
        ],
        "properties": {
          "decision": {
            "type": "string",
            "enum": [
              "approved",
              "rejected"
            ]
          },
          "comment": {
            "$ref": "#/components/schemas/Reason"
          },
          "revision": {
            "type": "integer",
            "minimum": 1,
            "description": "The revision that was looked at"
          }
        }
      },
      "ReasonRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "reason": {
            "$ref": "#/components/schemas/Reason"
          }
        }
      },
      "PreviewSession": {
        "type": "object",
        "required": [
          "id",
          "key",
          "entityRef",
          "ownerRef",
          "cluster",
          "namespace",
          "target",
          "driver",
          "image",
          "revision",
          "servingRevision",
          "generation",
          "replicas",
          "env",
          "inputs",
          "labelMode",
          "desired",
          "phase",
          "conditions",
          "readOnly",
          "failure",
          "steps",
          "traffic",
          "differences",
          "createdBy",
          "claimedActor",
          "via",
          "createdAt",
          "readyAt",
          "expiresAt",
          "pinned",
          "keepUntil",
          "backstop",
          "endedAt",
          "endReason",
          "revisions",
          "signOffs",
          "pods",
          "access",
          "links"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "key": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "target": {
            "type": "string"
          },
          "driver": {
            "type": "string"
          },
          "image": {
            "type": "string"
          },
          "revision": {
            "type": "integer",
            "description": "Counts images"
          },
          "servingRevision": {
            "type": [
              "integer",
              "null"
            ],
            "description": "The revision that is ready and meant to answer; older than revision during an update and after one that failed, null while none is"
          },
          "generation": {
            "type": "integer",
            "description": "Counts changes of desired state"
          },
          "replicas": {
            "type": "integer"
          },
          "env": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EnvOverride"
            }
          },
          "inputs": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/SessionInputs"
              },
              {
                "type": "null"
              }
            ]
          },
          "labelMode": {
            "$ref": "#/components/schemas/LabelMode"
          },
          "desired": {
            "type": "object",
            "required": [
              "state",
              "by",
              "reason",
              "at"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "running",
                  "stopped"
                ]
              },
              "by": {
                "type": "string"
              },
              "reason": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "at": {
                "$ref": "#/components/schemas/Moment"
              }
            }
          },
          "phase": {
            "$ref": "#/components/schemas/Phase"
          },
          "conditions": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "type",
                "status",
                "reason",
                "message",
                "at"
              ],
              "properties": {
                "type": {
                  "type": "string"
                },
                "status": {
                  "type": "string",
                  "enum": [
                    "True",
                    "False",
                    "Unknown"
                  ]
                },
                "reason": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "at": {
                  "$ref": "#/components/schemas/Moment"
                }
              }
            }
          },
          "readOnly": {
            "type": "boolean",
            "description": "Started elsewhere"
          },
          "failure": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Failure"
              },
              {
                "type": "null"
              }
            ]
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "at",
                "status",
                "message"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "enum": [
                    "accepted",
                    "policy",
                    "resources",
                    "scheduled",
                    "pulled",
                    "started",
                    "available",
                    "routed",
                    "verified"
                  ]
                },
                "at": {
                  "$ref": "#/components/schemas/MomentOrNull"
                },
                "status": {
                  "type": "string",
                  "enum": [
                    "pending",
                    "running",
                    "done",
                    "failed",
                    "skipped",
                    "not-checked"
                  ]
                },
                "message": {
                  "$ref": "#/components/schemas/TextOrNull"
                }
              }
            }
          },
          "traffic": {
            "type": "object",
            "required": [
              "mode",
              "filter"
            ],
            "properties": {
              "mode": {
                "$ref": "#/components/schemas/TrafficMode"
              },
              "filter": {
                "anyOf": [
                  {
                    "$ref": "#/components/schemas/Filter"
                  },
                  {
                    "type": "null"
                  }
                ]
              }
            }
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "createdBy": {
            "type": "string"
          },
          "claimedActor": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "via": {
            "$ref": "#/components/schemas/Via"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Moment"
          },
          "readyAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "pinned": {
            "type": "boolean"
          },
          "keepUntil": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "backstop": {
            "type": "object",
            "required": [
              "at",
              "state"
            ],
            "properties": {
              "at": {
                "$ref": "#/components/schemas/MomentOrNull"
              },
              "state": {
                "type": "string",
                "enum": [
                  "pending",
                  "set",
                  "behind",
                  "unavailable"
                ]
              }
            }
          },
          "endedAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "endReason": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "stopped",
              "expired",
              "failed",
              "pull-request-closed",
              "replaced",
              "target-gone",
              "entity-removed",
              "deleted-in-cluster",
              null
            ]
          },
          "revisions": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "number",
                "image",
                "digests",
                "at",
                "by"
              ],
              "properties": {
                "number": {
                  "type": "integer"
                },
                "image": {
                  "type": "string"
                },
                "digests": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "at": {
                  "$ref": "#/components/schemas/Moment"
                },
                "by": {
                  "type": "string"
                }
              }
            }
          },
          "signOffs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SignOff"
            }
          },
          "pods": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "phase",
                "restarts",
                "containers",
                "imageDigest"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "phase": {
                  "type": "string"
                },
                "restarts": {
                  "type": "integer"
                },
                "containers": {
                  "type": "array",
                  "description": "The main one first",
                  "items": {
                    "type": "string"
                  }
                },
                "imageDigest": {
                  "$ref": "#/components/schemas/TextOrNull"
                }
              }
            }
          },
          "access": {
            "type": "object",
            "required": [
              "url",
              "reason",
              "headers",
              "curl",
              "portForward",
              "shareUrl"
            ],
            "properties": {
              "url": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "reason": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "headers": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "curl": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "portForward": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "shareUrl": {
                "$ref": "#/components/schemas/TextOrNull"
              }
            }
          },
          "links": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "title",
                "url",
                "icon"
              ],
              "properties": {
                "title": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                },
                "icon": {
                  "$ref": "#/components/schemas/TextOrNull"
                }
              }
            }
          }
        }
      },
      "SignOff": {
        "type": "object",
        "required": [
          "id",
          "decision",
          "comment",
          "by",
          "at",
          "revision",
          "digests",
          "void"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approved",
              "rejected"
            ]
          },
          "comment": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Moment"
          },
          "revision": {
            "type": "integer"
          },
          "digests": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "void": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "at",
                  "why"
                ],
                "properties": {
                  "at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "why": {
                    "type": "string",
                    "enum": [
                      "new-revision",
                      "digest-changed",
                      "superseded"
                    ]
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "Failure": {
        "type": "object",
        "required": [
          "code",
          "message",
          "hint",
          "evidence",
          "runbook"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "hint": {
            "type": "string"
          },
          "evidence": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "text",
                "at"
              ],
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "condition",
                    "event",
                    "status",
                    "log"
                  ]
                },
                "text": {
                  "type": "string"
                },
                "at": {
                  "$ref": "#/components/schemas/MomentOrNull"
                }
              }
            }
          },
          "runbook": {
            "type": "string"
          }
        }
      },
      "Difference": {
        "type": "object",
        "required": [
          "what",
          "action",
          "why"
        ],
        "properties": {
          "what": {
            "type": "string"
          },
          "action": {
            "type": "string",
            "enum": [
              "added",
              "dropped",
              "replaced",
              "shared"
            ]
          },
          "why": {
            "type": "string"
          }
        }
      },
      "StartResponse": {
        "type": "object",
        "required": [
          "session",
          "outcome"
        ],
        "properties": {
          "session": {
            "$ref": "#/components/schemas/PreviewSession"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "created",
              "updated",
              "replaced",
              "unchanged",
              "keptStopped"
            ]
          }
        }
      },
      "ChangeResponse": {
        "type": "object",
        "required": [
          "session",
          "expiresAt",
          "ttlSeconds",
          "cap"
        ],
        "properties": {
          "session": {
            "$ref": "#/components/schemas/PreviewSession"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "ttlSeconds": {
            "type": [
              "integer",
              "null"
            ]
          },
          "cap": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "rule",
                  "expiresAt",
                  "message"
                ],
                "properties": {
                  "rule": {
                    "type": "string"
                  },
                  "expiresAt": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "message": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "WaitResponse": {
        "type": "object",
        "required": [
          "done",
          "session"
        ],
        "properties": {
          "done": {
            "type": "boolean"
          },
          "session": {
            "$ref": "#/components/schemas/PreviewSession"
          }
        }
      },
      "PreflightReport": {
        "type": "object",
        "required": [
          "ok",
          "checks",
          "differences",
          "notCovered",
          "notCoveredDeclared",
          "key",
          "target",
          "cluster",
          "namespace",
          "image",
          "expiresAt",
          "headers",
          "curl",
          "update"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "status",
                "message",
                "code",
                "field",
                "hint"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "status": {
                  "type": "string",
                  "enum": [
                    "passed",
                    "warning",
                    "failed",
                    "not-checked"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "code": {
                  "$ref": "#/components/schemas/TextOrNull"
                },
                "field": {
                  "$ref": "#/components/schemas/TextOrNull"
                },
                "hint": {
                  "$ref": "#/components/schemas/TextOrNull"
                }
              }
            }
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "notCovered": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "what",
                "why"
              ],
              "properties": {
                "what": {
                  "type": "string"
                },
                "why": {
                  "type": "string"
                }
              }
            }
          },
          "notCoveredDeclared": {
            "type": "boolean"
          },
          "key": {
            "type": "string"
          },
          "target": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "cluster": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "namespace": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "image": {
            "type": "string"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "headers": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "curl": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "update": {
            "type": [
              "string",
              "null"
            ],
            "enum": [
              "surge",
              "recreate",
              null
            ]
          }
        }
      },
      "ClusterEvents": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "state",
          "items"
        ],
        "properties": {
          "state": {
            "type": "string",
            "description": "`over`: the preview has ended and its objects are gone. `unsupported`: what runs the preview does not tell events.",
            "enum": [
              "live",
              "over",
              "unsupported"
            ]
          },
          "items": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "type",
                "reason",
                "message",
                "object",
                "count",
                "firstAt",
                "lastAt"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "type": {
                  "type": "string",
                  "enum": [
                    "Normal",
                    "Warning"
                  ]
                },
                "reason": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "object": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "kind",
                    "name"
                  ],
                  "properties": {
                    "kind": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    }
                  }
                },
                "count": {
                  "type": "integer"
                },
                "firstAt": {
                  "$ref": "#/components/schemas/Moment"
                },
                "lastAt": {
                  "$ref": "#/components/schemas/Moment"
                }
              }
            }
          }
        }
      },
      "SessionPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreviewSession"
            }
          },
          "nextCursor": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "count": {
            "type": "string",
            "description": "A number, or 1000+"
          }
        }
      },
      "Environment": {
        "type": "object",
        "required": [
          "key",
          "ownerRef",
          "sessions",
          "active",
          "nextExpiresAt"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "sessions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreviewSession"
            }
          },
          "active": {
            "type": "integer"
          },
          "nextExpiresAt": {
            "$ref": "#/components/schemas/MomentOrNull"
          }
        }
      },
      "EnvironmentPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Environment"
            }
          },
          "nextCursor": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "count": {
            "type": "string",
            "description": "A number, or 1000+"
          }
        }
      },
      "StopEnvironmentResponse": {
        "type": "object",
        "required": [
          "dryRun",
          "stopped",
          "skipped"
        ],
        "properties": {
          "dryRun": {
            "type": "boolean"
          },
          "stopped": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "entityRef"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "entityRef": {
                  "type": "string"
                }
              }
            }
          },
          "skipped": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "entityRef",
                "code",
                "message"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "entityRef": {
                  "type": "string"
                },
                "code": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "Objection": {
        "type": "object",
        "required": [
          "code",
          "message",
          "hint"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "hint": {
            "type": "string"
          }
        }
      },
      "Quota": {
        "type": "object",
        "required": [
          "limit",
          "used"
        ],
        "properties": {
          "limit": {
            "type": "integer"
          },
          "used": {
            "type": "integer"
          }
        }
      },
      "EntityMatches": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "cluster",
                "namespace",
                "target"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "cluster": {
                  "type": "string"
                },
                "namespace": {
                  "type": "string"
                },
                "target": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "EntityOptions": {
        "type": "object",
        "required": [
          "entityRef",
          "ownerRef",
          "mayStart",
          "denied",
          "may",
          "allow",
          "targets",
          "defaults",
          "limits",
          "headers",
          "quota",
          "frozen",
          "linkProblems",
          "proposedKey"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "mayStart": {
            "type": "boolean"
          },
          "denied": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Objection"
              },
              {
                "type": "null"
              }
            ]
          },
          "may": {
            "type": "object",
            "required": [
              "update",
              "extend",
              "stop",
              "logs",
              "signOff"
            ],
            "properties": {
              "update": {
                "type": "boolean"
              },
              "extend": {
                "type": "boolean"
              },
              "stop": {
                "type": "boolean"
              },
              "logs": {
                "type": "boolean"
              },
              "signOff": {
                "type": "boolean"
              }
            }
          },
          "allow": {
            "type": "object",
            "required": [
              "pinned",
              "env",
              "filters",
              "inputs"
            ],
            "properties": {
              "pinned": {
                "type": "boolean"
              },
              "env": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "filters": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FilterType"
                }
              },
              "inputs": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/InputName"
                }
              }
            }
          },
          "targets": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "target",
                "cluster",
                "namespace",
                "driver",
                "image",
                "imageRepositories",
                "containers",
                "capabilities",
                "trafficModes",
                "problem"
              ],
              "properties": {
                "target": {
                  "type": "string"
                },
                "cluster": {
                  "type": "string"
                },
                "namespace": {
                  "type": "string"
                },
                "driver": {
                  "type": "string"
                },
                "image": {
                  "$ref": "#/components/schemas/TextOrNull"
                },
                "imageRepositories": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "containers": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "capabilities": {
                  "$ref": "#/components/schemas/Capabilities"
                },
                "trafficModes": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/TrafficMode"
                  }
                },
                "problem": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Objection"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              }
            }
          },
          "defaults": {
            "type": "object",
            "required": [
              "ttlSeconds",
              "trafficMode"
            ],
            "properties": {
              "ttlSeconds": {
                "type": "number"
              },
              "trafficMode": {
                "$ref": "#/components/schemas/TrafficMode"
              }
            }
          },
          "limits": {
            "type": "object",
            "required": [
              "ttlMinSeconds",
              "ttlMaxSeconds"
            ],
            "properties": {
              "ttlMinSeconds": {
                "type": "number"
              },
              "ttlMaxSeconds": {
                "type": "number"
              }
            }
          },
          "headers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quota": {
            "type": "object",
            "required": [
              "perUser",
              "perOwner"
            ],
            "properties": {
              "perUser": {
                "$ref": "#/components/schemas/Quota"
              },
              "perOwner": {
                "$ref": "#/components/schemas/Quota"
              }
            }
          },
          "frozen": {
            "type": "boolean"
          },
          "linkProblems": {
            "description": "Broken link templates, for admins; else empty",
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "source",
                "title",
                "url",
                "problem"
              ],
              "properties": {
                "source": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                },
                "problem": {
                  "type": "string"
                }
              }
            }
          },
          "proposedKey": {
            "type": "string"
          }
        }
      },
      "Capabilities": {
        "type": "object",
        "required": [
          "steal",
          "mirror",
          "unfilteredMirror",
          "inPlaceUpdate",
          "extend",
          "clusterDeadline",
          "replicas",
          "verify",
          "dbBranch",
          "queueSplit",
          "share",
          "labelModes",
          "filters",
          "inputs",
          "reasons"
        ],
        "properties": {
          "steal": {
            "type": "boolean"
          },
          "mirror": {
            "type": "boolean"
          },
          "unfilteredMirror": {
            "type": "boolean"
          },
          "inPlaceUpdate": {
            "type": "boolean"
          },
          "extend": {
            "type": "boolean"
          },
          "clusterDeadline": {
            "type": "boolean"
          },
          "replicas": {
            "type": "boolean"
          },
          "verify": {
            "type": "boolean"
          },
          "dbBranch": {
            "type": "boolean"
          },
          "queueSplit": {
            "type": "boolean"
          },
          "share": {
            "type": "boolean"
          },
          "labelModes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LabelMode"
            }
          },
          "filters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FilterType"
            }
          },
          "inputs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InputName"
            }
          },
          "reasons": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          }
        }
      },
      "AuditEvent": {
        "type": "object",
        "required": [
          "id",
          "action",
          "outcome",
          "at",
          "actor",
          "claimedActor",
          "via",
          "sessionId",
          "key",
          "entityRef",
          "ownerRef",
          "cluster",
          "namespace",
          "target",
          "image",
          "imageDigest",
          "reason",
          "code",
          "policy",
          "requestId",
          "count",
          "changes"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "succeeded",
              "denied",
              "failed"
            ]
          },
          "at": {
            "$ref": "#/components/schemas/Moment"
          },
          "actor": {
            "type": "string"
          },
          "claimedActor": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "via": {
            "$ref": "#/components/schemas/Via"
          },
          "sessionId": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "key": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "entityRef": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "ownerRef": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "cluster": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "namespace": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "target": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "image": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "imageDigest": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "reason": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "code": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "policy": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "requestId": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "count": {
            "type": "integer"
          },
          "changes": {
            "type": [
              "string",
              "null"
            ],
            "description": "What a change changed: `WHAT: FROM -> TO`, or `WHAT` alone, with `; ` between."
          }
        }
      },
      "AuditPage": {
        "type": "object",
        "required": [
          "items",
          "nextCursor"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditEvent"
            }
          },
          "nextCursor": {
            "$ref": "#/components/schemas/TextOrNull"
          }
        }
      },
      "TreeSize": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991
      },
      "AuditState": {
        "type": "object",
        "required": [
          "origin",
          "size",
          "root",
          "sealedAt",
          "waiting",
          "keys",
          "developmentKey",
          "anchored",
          "anchors",
          "checkpoint"
        ],
        "properties": {
          "origin": {
            "type": "string"
          },
          "size": {
            "$ref": "#/components/schemas/TreeSize"
          },
          "root": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "sealedAt": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "waiting": {
            "type": "integer"
          },
          "keys": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "verifierKey",
                "current",
                "development"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "verifierKey": {
                  "type": "string"
                },
                "current": {
                  "type": "boolean"
                },
                "development": {
                  "type": "boolean"
                }
              }
            }
          },
          "developmentKey": {
            "type": "boolean"
          },
          "anchored": {
            "anyOf": [
              {
                "type": "object",
                "required": [
                  "size",
                  "at"
                ],
                "properties": {
                  "size": {
                    "$ref": "#/components/schemas/TreeSize"
                  },
                  "at": {
                    "type": "string"
                  }
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "anchors": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "size",
                "at",
                "problem"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "enum": [
                    "log",
                    "file",
                    "webhook"
                  ]
                },
                "size": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/TreeSize"
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "at": {
                  "$ref": "#/components/schemas/TextOrNull"
                },
                "problem": {
                  "$ref": "#/components/schemas/TextOrNull"
                }
              }
            }
          },
          "checkpoint": {
            "$ref": "#/components/schemas/TextOrNull"
          }
        }
      },
      "AuditConsistency": {
        "type": "object",
        "required": [
          "from",
          "to",
          "fromRoot",
          "toRoot",
          "proof"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/TreeSize"
          },
          "to": {
            "$ref": "#/components/schemas/TreeSize"
          },
          "fromRoot": {
            "type": "string"
          },
          "toRoot": {
            "type": "string"
          },
          "proof": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "AuditErasureRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "person",
          "reason"
        ],
        "properties": {
          "person": {
            "$ref": "#/components/schemas/Text"
          },
          "reason": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "AuditErasure": {
        "type": "object",
        "required": [
          "erased"
        ],
        "properties": {
          "erased": {
            "type": "integer"
          }
        }
      },
      "TrafficInterval": {
        "type": "object",
        "required": [
          "sessionId",
          "key",
          "entityRef",
          "ownerRef",
          "cluster",
          "namespace",
          "target",
          "revision",
          "image",
          "imageDigest",
          "filter",
          "from",
          "to",
          "startedBy",
          "claimedActor",
          "imageBy"
        ],
        "properties": {
          "sessionId": {
            "type": "string"
          },
          "key": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "target": {
            "type": "string"
          },
          "revision": {
            "type": "integer"
          },
          "image": {
            "type": "string"
          },
          "imageDigest": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "filter": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Filter"
              },
              {
                "type": "null"
              }
            ]
          },
          "from": {
            "$ref": "#/components/schemas/Moment"
          },
          "to": {
            "$ref": "#/components/schemas/MomentOrNull"
          },
          "startedBy": {
            "type": "string"
          },
          "claimedActor": {
            "$ref": "#/components/schemas/TextOrNull"
          },
          "imageBy": {
            "type": "string"
          }
        }
      },
      "TrafficPage": {
        "type": "object",
        "required": [
          "from",
          "to",
          "items",
          "nextCursor"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Moment"
          },
          "to": {
            "$ref": "#/components/schemas/Moment"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TrafficInterval"
            }
          },
          "nextCursor": {
            "$ref": "#/components/schemas/TextOrNull"
          }
        }
      },
      "Error": {
        "type": "object",
        "required": [
          "error",
          "request",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message",
              "code",
              "field",
              "hint",
              "retryable"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "code": {
                "type": "string"
              },
              "field": {
                "$ref": "#/components/schemas/TextOrNull"
              },
              "hint": {
                "type": "string"
              },
              "retryable": {
                "type": "boolean"
              },
              "rule": {
                "$ref": "#/components/schemas/TextOrNull"
              }
            }
          },
          "request": {
            "type": "object",
            "required": [
              "method",
              "url"
            ],
            "properties": {
              "method": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            }
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      }
    }
  }
};
